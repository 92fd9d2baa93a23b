* Generic junction diode card: silicon p-n junction, currents and capacitances for 1 um^2 and 1 um
.model generic_diode d
+ level = 1
+ tnom = 27
+ is = 2.36214e-19  n = 1.0944
+ jsw = 4.2857e-17  ns = 1.11239
+ rs = 11518.5  ik = 8.50161e-7
+ cj0 = 8.53281e-16  vj = 0.897871  m = 0.375798
+ cjsw = 1.27441e-16  php = 0.8  mjsw = 0.3
+ eg = 1.12  xti = 2.83839
