# A coding agent that knows one trick: it raises the first constant of the evolve block by its seed.
test -f PROMPT.md || exit 4
step=$((EVOSPICE_SEED % 97 + 2))
sed "s/^const step = .*;/const step = $step;/" "$EVOSPICE_ENTRY" > .new && mv .new "$EVOSPICE_ENTRY"
echo '{"model": "tiny", "inputTokens": 100, "outputTokens": 20, "cost": 0.5, "turns": 3}' > usage.json
echo "raised step to $step"
