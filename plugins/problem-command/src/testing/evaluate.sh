# Score 1 for an answer that is the case's word; the measure is the length of the answer.
given=$(cat)
answer=$(printf '%s' "$given" | sed 's/.*"answer"://; s/}$//')
word=$(printf '%s' "$given" | sed 's/.*"word":\("[a-z]*"\).*/\1/')
if [ "$answer" = '"bad"' ]; then echo '{"invalid": "a bad word"}'; exit; fi
if [ "$answer" = "$word" ]; then score=1; else score=0; fi
printf '{"score": %d, "measures": {"size": %d}}' "$score" "$(printf '%s ' "$answer" | wc -c)"
