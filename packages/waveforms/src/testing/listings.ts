/** A short HSPICE listing of two analyses, written in the manner of the program. */
export const hspiceListing = `1****** HSPICE -- K-2015.06-SP1 linux64 (Aug 23 2015) ******
 ******
 * fixture

 ****** operating point information tnom=  25.000 temp=  27.000 ******
 ****** operating point status is all       simulation time is     0.
    node    =voltage      node    =voltage      node    =voltage

 +0:d        = 900.0000m 0:g       =   1.2000  0:s       =-450.0000u


 **** mosfets

 subckt
 element  0:m1       0:m2
 model    0:nch      0:nch
 region     Saturati   Cutoff
  id        19.7573u    0.
  gam eff  526.5359m  526.5359m

 **warning** (fixture.sp:3) a node has one connection

 ****** dc transfer curves tnom=  25.000 temp=  27.000 ******
  *** parameter 0:vg  =   500.0000m       ***

x

  volt         current    voltage
              m1         d
     0.          1.4250p    0.
    10.00000m    2.0888p   10.0000m
     1.00000x  -47.2826u    1.0000
y
x

  volt         current
              m2
     0.          3.0000n
    10.00000m    4.0000n
     1.00000x    5.0000n
y
  *** parameter 0:vg  =   600.0000m       ***

x

  volt         current    voltage
              m1         d
     0.          2.4250p    0.
    10.00000m    3.0888p   10.0000m
     1.00000x  -48.2826u    1.0000
y

 ****** ac analysis tnom=  25.000 temp=  27.000 ******
x

  freq         i real     i imag     volt db
              vg         vg         3
     1.00000x    0.      -356.9422p    2.5000
     2.00000x    0.      -713.8844p    2.2500
y

 ****** transient analysis tnom=  25.000 temp=  27.000 ******
 trise=  16.2300n  targ=  20.0000n   trig=   3.7700n
 tfall= failed

          ***** job concluded
1****** HSPICE -- K-2015.06-SP1 linux64 (Aug 23 2015) ******

 ****** job statistics summary tnom=  25.000 temp=  27.000 ******
  # nodes       =       4 # elements   =       4
`;

export const hspiceMeasures = `$DATA1 SOURCE='HSPICE' VERSION='L-2016.06 linux64' PARAM_COUNT=1
.TITLE '* fixture'
 vdd              rchg             tmech            trl
 temper           alter#
   1.2000          1.623e-08        failed           5.675e-10
  25.0000         1
   1.3000          1.523e-08        1.559e-08        5.175e-10
  25.0000         1
`;

export const hspiceSavedPoint = `* "simulator" "HSPICE"
* "version" "J-2014.09-SP2 64-BIT"
* time =    0.
* temperature =   25.0000
*** BEGIN: Saved Operating Point ***
.option
+ gmindc=   1.0000p
.nodeset
+ n1 =   1.2500
+ n2 = -36.5000m
***   END: Saved Operating Point ***
`;

export const xyceMeasures = `DERIVV2AT2.5 = 5.000000e+00
WHEN = FAILED
CONSTANT-AT = -1.500000e-03
FOURFAIL: FAILED
`;

export const eldoListing = `1****  ELDO fixture  ****
0****     DC TRANSFER CURVES            TEMPERATURE =   27.000 DEG C
Print_Legend 1: V(OUT)
Print_Legend 2: I(V1)

     V1          1            2
 X
   0.0000E+00   5.0000E-01  -1.0000E-06
   1.0000E+00   7.5000E-01  -2.0000E-06
   1.0000E+00   7.5000E-01  -2.0000E-06
   2.0000E+00   1.0000E+00  -3.0000E-06
 Y
0****     TRANSIENT ANALYSIS            TEMPERATURE =   27.000 DEG C
     TIME        V(OUT)
 X
   0.0000E+00   5.0000E-01
   1.0000E-09   7.5000E-01
 Y
***> Current simulation completed
`;
