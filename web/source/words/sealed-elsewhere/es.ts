import type { SealedElsewhereWords } from './en.ts'

export const es: SealedElsewhereWords = {
  title: 'Enviar sin scripts',
  lede: 'Si su navegador no ejecuta scripts, puede sellar usted un aviso con GnuPG y enviarlo aquí. Hace falta una terminal y algo de paciencia.',
  before: 'Antes de empezar',
  points: [
    'Por esta vía nadie puede responderle: no hay doce palabras ni respuestas. Si puede, use mejor el Navegador Tor en el nivel «Más seguro» y la página habitual.',
    'Lo que envía queda sellado para todas las personas del área elegida. No puede excluir a nadie.',
    'Nunca sellamos nada por usted. Lo que llega legible se rechaza y no se guarda, pero ha viajado legible hasta nosotros.',
    'Las órdenes son para Linux, por ejemplo Tails. Crean un llavero aparte y no tocan el suyo.',
    'Quien revisa lee el texto y nada más: ni el nombre del archivo ni su tamaño, y solo el día en que lo selló.',
  ],
  steps: 'Qué hay que hacer',
  write: 'Escriba su aviso con un editor de texto y guárdelo como report.txt. Texto sin formato, nada más.',
  choose: 'Abra abajo el área que mejor corresponda y guarde sus claves en la misma carpeta.',
  compare:
    'Compare las huellas si las tiene de otra parte: impresas, de otra persona, de otra visita. Quien controle este servidor podría mostrarle otras claves.',
  run: 'Abra una terminal en esa carpeta y copie en ella las órdenes del área.',
  send: 'En el formulario del área, elija el archivo report.asc o pegue su contenido, y envíelo.',
  sizes: (first, second, third) =>
    `Cada aviso se rellena hasta uno de tres tamaños, para que su longitud diga poco. Si report.txt pasa de ${first} bytes, escriba ${second} en su lugar, o ${third}. Nada más largo se acepta.`,
  desks: 'Las áreas',
  keys: 'Claves de esta área',
  save: 'Guardar las claves en un archivo',
  commands: 'Las órdenes para esta área',
  paste: 'Pegue aquí el mensaje sellado',
  file: 'O elija su archivo, report.asc',
  submit: 'Enviar el mensaje sellado',
  runBy: 'Este portal lo lleva:',
  taken: 'Su mensaje fue aceptado',
  takenAbout:
    'Se guarda sellado y lo abrirán las personas encargadas de esa área. Aquí nadie pudo leerlo. Ahora borre report.txt y report.asc.',
  receipt: 'Su recibo',
  receiptAbout:
    'Prueba que el portal aceptó su mensaje. También prueba que usted lo envió: guárdelo solo donde nadie mire, o no lo guarde.',
  refused: 'Su mensaje no fue aceptado',
  again: 'Volver a la página de las claves',
}
