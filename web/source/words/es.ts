import type { Reading, Words } from './en.ts'
import { plural } from './plural.ts'

/** Everything in Spanish. */
export const es: Words = {
  language: 'es',
  path: 'es',
  dir: 'ltr',
  name: 'Safehand',
  frame: {
    skip: 'Ir al contenido',
    exit: 'Salir de esta página',
    exitHint: 'Lleva enseguida a una página vacía',
    reading: 'Leer más',
    languages: 'Idiomas',
    desk: 'Para revisores',
  },
  home: {
    title: 'Cuente en confianza lo que ha visto',
    lede: 'Para denunciar bienes o conocimientos que podrían ir camino de un programa de armas. Lo que escribe se sella en este navegador. El servidor que lo transporta no puede leerlo y no pregunta quién es usted.',
    tell: 'Denunciar algo',
    tellAbout: 'Unos cinco minutos. Sin cuenta, sin correo electrónico, sin preguntas obligatorias.',
    comeBack: 'Volver',
    comeBackAbout: 'Lea lo que le han escrito los revisores y amplíe su denuncia, con sus doce palabras.',
    before: 'Antes de empezar',
    beforePoints: [
      'Use un dispositivo y una red que su empresa no posea ni vigile.',
      'Tor Browser impide que su red sepa que ha estado aquí. Un navegador corriente, no.',
      'Si está en peligro ahora, esta no es la forma más rápida de conseguir ayuda.',
      '«Salir de esta página» lleva enseguida a una página vacía. Pulsar Escape tres veces hace lo mismo.',
    ],
    beforeMore: 'Lea de qué no podemos protegerle',
    promises: [
      {
        title: 'Sellado antes de salir',
        text: 'Solo tienen llave los revisores elegidos para su tema. Puede dejar fuera a quien no le inspire confianza.',
      },
      {
        title: 'Nada queda en su dispositivo',
        text: 'Sin cookies, sin borradores guardados, sin más dirección en el historial que la de esta página.',
      },
      {
        title: 'Un camino de vuelta que solo usted conoce',
        text: 'Doce palabras, mostradas una sola vez, le permiten volver desde cualquier dispositivo, leer las respuestas y contestar.',
      },
    ],
    noScript:
      'Su navegador no ejecuta scripts en esta página, así que no puede sellar nada aquí, y no aceptamos denuncias sin sellar. Puede leerlo todo. Para enviar algo, permita los scripts solo para este sitio (en Tor Browser basta el nivel «Más seguro»).',
    runBy: (organisation) =>
      `Este portal lo gestiona ${organisation}. Su lista de revisores está firmada, y las firmas acaban de comprobarse.`,
  },
  trouble: {
    title: 'Ahora mismo no se puede usar',
    again: 'Intentar de nuevo',
    broken: 'No se pudo cargar una parte de esta página. Recárguela e inténtelo de nuevo.',
    noWebCrypto:
      'Este navegador no puede sellar nada en esta página. Le falta el cifrado necesario, o la página no se abrió por una conexión segura. Use una versión actual de Tor Browser, Firefox o Chrome, y compruebe que la dirección empieza por https:// o termina en .onion.',
    closed:
      'La lista firmada de revisores ha caducado, así que por ahora no se aceptan denuncias. Todavía puede leer respuestas. Inténtelo dentro de un día.',
  },
  waiting: {
    title: 'Un momento',
    portal: 'Descargando la lista de revisores y comprobando sus firmas…',
  },
  channels: {
    names: {
      electronics: 'Electrónica',
      'machine-tools': 'Máquinas herramienta',
      nuclear: 'Ámbito nuclear',
      'chem-bio': 'Química y biología',
      missiles: 'Misiles y drones',
      shipping: 'Transporte',
      finance: 'Dinero',
      research: 'Investigación',
      'this-portal': 'Este portal',
    },
    about: {
      electronics: 'Chips, sensores, equipos de radio y de medida, placas de circuito',
      'machine-tools': 'Fresadoras y tornos, máquinas de medir, prensas, hornos',
      nuclear: 'Enriquecimiento, reactores, metales especiales, radiación, piezas de centrifugadoras',
      'chem-bio': 'Precursores, agentes, recipientes vitrificados, fermentadores, cultivos',
      missiles: 'Motores, guiado, giróscopos, materiales compuestos, drones y sus piezas',
      shipping: 'Rutas raras, papeles cambiados, transbordos, transitarios, direcciones de fachada',
      finance: 'Pagos de desconocidos, empresas pantalla, cartas de crédito, seguros',
      research: 'Visitantes, tesis, proyectos comunes, conocimientos enseñados o llevados fuera',
      'this-portal': 'Algo va mal con este portal, sus revisores o el trato que reciben las denuncias',
    },
  },
  tell: {
    title: 'Denunciar algo',
    lede: 'Escriba como se lo contaría a alguien de confianza. Todo se queda en esta página hasta que pulse el último botón.',
    channel: '¿De qué se trata?',
    channelHint: 'De ello depende qué revisores pueden abrirlo. En caso de duda, elija lo más cercano.',
    story: '¿Qué ha pasado?',
    storyHint:
      'Qué se encargó, construyó, enseñó o envió, y por qué le parece mal. Los nombres, los números y los papeles ayudan. Bastan unas palabras para empezar; podrá añadir más.',
    prompts: 'Unas preguntas que ayudan',
    promptsHint: 'Conteste lo que quiera. Todas pueden quedar vacías.',
    questions: [
      { id: 'where', label: '¿Dónde?', hint: 'Un país, un puerto, una empresa, una dirección' },
      { id: 'when', label: '¿Cuándo?', hint: 'Un día, un mes, «desde la primavera»; antes o después de qué' },
      {
        id: 'how-known',
        label: '¿Cómo lo sabe?',
        hint: 'Lo vi, lo leí en un papel, se lo oí a alguien. Omita lo que pudiera señalarle',
      },
    ],
    careful: 'Cuidado con lo que solo usted puede saber',
    carefulText:
      'Un detalle que conocen dos personas señala a dos personas, por bien sellado que esté. Los revisores lo leerán. Omítalo, o dígalo más tarde, cuando los conozca mejor.',
    recovery:
      'También se sella para una llave de reserva guardada sin conexión, para que pueda leerse si los revisores pierden sus llaves.',
    noRecovery:
      'No hay llave de reserva: si todos los revisores a los que va dirigido pierden su llave, ya nadie podrá leerlo.',
    files: 'Añadir archivos',
    send: 'Sellar y enviar',
    sendHint: 'Tarda unos segundos. Después verá doce palabras: tenga con qué escribir.',
    wrong: {
      channel: 'Elija de qué se trata.',
      narrative: 'Escriba al menos unas palabras.',
      tooLong: 'Es más largo de lo que cabe en una denuncia. Acórtelo y envíe el resto después como ampliación.',
      exclusions: 'No quedaría nadie para abrirlo. Deje al menos a un revisor.',
      asked: 'Diga si hay que dejar fuera a alguien.',
    },
  },
  exclude: {
    title: '¿Hay aquí alguien que no deba ver esto?',
    choose: 'Elija primero un tema. Después podrá dejar fuera a revisores de ese tema.',
    text: 'Estos revisores trabajan en este tema. Marque a quien no deba poder abrir su denuncia: alguien que conoce, alguien de quien trata, alguien que no le inspira confianza. No se sellará para esa persona. El servidor no sabe a quién deja fuera; los revisores que la abren, sí.',
    legend: 'Dejar fuera',
    some: (many) => plural('es', many, { one: '# revisor queda fuera', other: '# revisores quedan fuera' }),
    again: '¿Dejó fuera a alguien la primera vez?',
    againText:
      'No se encontró ninguna respuesta que se lo diga a esta página. Dígalo otra vez, para que no lo lea nadie a quien dejó fuera.',
    nobody: 'No hay que dejar fuera a nadie',
    somebody: 'Dejar fuera a alguien',
  },
  sending: {
    title: 'Se está sellando su denuncia',
    followUpTitle: 'Se está sellando su ampliación',
    lede: 'No cierre esta página. Tarda unos segundos.',
    steps: {
      sealing: 'Sellando en este navegador',
      working: 'Un breve cálculo que frena los envíos masivos',
      sending: 'Enviando',
    },
    done: 'hecho',
    now: 'en curso',
    waiting: 'El portal aún no responde. Se intenta de nuevo sin que haga nada; nada llega dos veces.',
  },
  failed: {
    title: 'No se ha enviado',
    kept: 'Su texto sigue aquí.',
    again: 'Intentar de nuevo',
  },
  sent: {
    title: 'Ha llegado, sellado',
    lede: 'El portal lo ha confirmado con su firma. Estas doce palabras son su único modo de volver, leer las respuestas y añadir algo. Son palabras inglesas; no hace falta entenderlas, cópielas letra por letra.',
    words: 'Sus doce palabras',
    wordsHint: 'Escríbalas en papel, en este orden. Solo se muestran ahora.',
    copy: 'Copiar',
    copied: 'Copiado. Otros programas pueden leer lo copiado; bórrelo después.',
    copyFailed: 'El navegador no ha permitido copiar. Escríbalas a mano.',
    print: 'Imprimir',
    printHint: 'Los navegadores imprimen la dirección de la página en el borde de la hoja. Recórtela.',
    loss: 'Nadie puede recuperarlas',
    lossText:
      'Si las pierde, su denuncia se leerá igualmente, pero no verá las respuestas. Si alguien las encuentra junto con esta dirección, podrá leer las respuestas y escribir en su lugar.',
    receipt: 'Mostrar el recibo',
    receiptText:
      'La firma con la que el portal confirma que tiene su denuncia. Con ella, cualquiera podrá comprobar después que no se ha eliminado. También prueba que quien la tiene ha denunciado algo: no la guarde en un dispositivo que otros puedan registrar. No la necesita para volver.',
    written: 'Las he escrito',
    never: 'No voy a volver',
  },
  confirm: {
    title: 'Dos palabras, para estar seguros',
    lede: 'Mire lo que ha escrito y teclee estas dos.',
    word: (number) => `Palabra ${number}`,
    wrong: 'No es esa palabra. Mire su papel, o vea las palabras otra vez.',
    check: 'Comprobar',
    show: 'Ver las palabras otra vez',
  },
  done: {
    title: 'Ha terminado',
    kept: 'Sus palabras son correctas. Vuelva con ellas dentro de unos días: las respuestas se publican a horas fijas y se quedan alrededor de un mes.',
    notKept: 'Su denuncia se leerá. No habrá manera de contestarle ni de que vea lo que se le escriba.',
    now: 'Ahora',
    points: [
      'Cierre esta página con «Salir de esta página». El historial de su navegador sigue mostrando que se visitó; Tor Browser lo olvida al cerrarse.',
      'Guarde el papel donde nadie mire, y no junto a esta dirección.',
      'No hable con nadie de que ha denunciado, ni siquiera con quienes confía, salvo que deba hacerlo.',
    ],
    pointsNotKept: [
      'Cierre esta página con «Salir de esta página». El historial de su navegador sigue mostrando que se visitó; Tor Browser lo olvida al cerrarse.',
      'No hable con nadie de que ha denunciado, ni siquiera con quienes confía, salvo que deba hacerlo.',
    ],
    another: 'Ir a la primera página',
  },
  comeBack: {
    title: 'Volver',
    lede: 'Teclee sus doce palabras. Se quedan en este navegador: no se envía nada para buscarle.',
    words: 'Sus doce palabras',
    wordsHint: 'Las mayúsculas y los espacios no importan. Bastan las cuatro primeras letras de cada palabra.',
    counted: (words) => plural('es', words, { one: '# palabra de 12', other: '# palabras de 12' }),
    show: 'Leer respuestas',
    missing: 'Teclee las doce palabras.',
    tooMany: 'Son más de doce palabras.',
    reading: 'Buscando en todo lo publicado…',
    readingHint:
      'Esta página ha descargado todas las respuestas selladas, las de todos, como en cada visita, y ahora prueba sus palabras.',
  },
  replies: {
    nothing: 'Todavía no hay respuesta',
    title: (letters) => plural('es', letters, { one: 'Una respuesta', other: '# respuestas' }),
    none: 'Ahora mismo no hay nada publicado que abran sus palabras. Las respuestas se publican a horas fijas, varias veces al día, y se quedan alrededor de un mes. Si su denuncia es reciente, vuelva en unos días.',
    from: (handle) => `De ${handle}`,
    number: (number) => `mensaje ${number}`,
    missing: (handle, number) =>
      `El mensaje ${number} de ${handle} no está. Quizá sea demasiado antiguo para seguir publicado, o fue retenido. Vuelva a pedirlo si importa.`,
    unsound: (many) =>
      plural('es', many, {
        one: '# fragmento iba dirigido a usted, pero no lo firmó ningún revisor de este portal. No se muestra.',
        other: '# fragmentos iban dirigidos a usted, pero no los firmó ningún revisor de este portal. No se muestran.',
      }),
    state: 'En qué punto está',
    states: {
      received: 'Recibido',
      acknowledged: 'Confirmado',
      assessing: 'En examen',
      'in-progress': 'En curso',
      referred: 'Trasladado a quien puede actuar',
      closed: 'Cerrado',
    },
    statesAbout: {
      received: 'Lo tienen los revisores.',
      acknowledged: 'Un revisor lo ha leído y trabajará en ello.',
      assessing: 'Están comprobando lo que se puede comprobar.',
      'in-progress': 'Le están dando seguimiento.',
      referred: 'Se ha avisado a quien corresponde, sin nombrarle a usted.',
      closed: 'Su trabajo ha terminado. Todavía puede escribir.',
    },
    answer: 'Contestar o añadir algo',
    answerHint: 'Se sella como su primera denuncia y se une a ella. El servidor no puede saber que las dos van juntas.',
    channel: '¿De qué tema trataba su denuncia?',
    channelHint: 'Elija el mismo que la primera vez, para que puedan abrirlo los mismos revisores.',
    send: 'Sellar y enviar',
    leave: 'Olvidar las palabras e ir a la primera página',
    sent: 'Su mensaje ha llegado, sellado',
    sentText: 'Sus doce palabras siguen siendo las mismas. Vuelva con ellas para leer la contestación.',
    another: 'Escribir otro mensaje',
  },
  refused: {
    bug: 'Algo ha fallado en esta página. Inténtelo de nuevo o recargue la página.',
    malformed: 'Esto no se ha entendido. Recargue la página y envíelo de nuevo.',
    'too-large': 'Es más grande de lo que acepta el portal. Acórtelo y envíelo de nuevo.',
    'wrong-size': 'No tiene uno de los tamaños fijos. Recargue la página y envíelo de nuevo.',
    'not-sealed': 'No estaba sellado como se acordó y no se ha aceptado. No se ha guardado nada.',
    'wrong-grants': 'No estaba sellado como se acordó y no se ha aceptado. No se ha guardado nada.',
    'unknown-channel': 'Este tema ya no existe. Elija otro.',
    'uploads-off': 'Por ahora no se aceptan archivos. Envíe el texto sin ellos.',
    'no-work': 'El breve cálculo falta o es insuficiente. Envíelo de nuevo.',
    'roster-changed': 'La lista de revisores acaba de cambiar. Envíelo de nuevo, para que se selle para ellos.',
    'roster-expired':
      'La lista de revisores ha caducado, así que por ahora no se aceptan denuncias. Inténtelo dentro de un día.',
    'body-known': 'Una copia cambió por el camino. Envíelo de nuevo; se sella otra vez.',
    'upload-unknown': 'El portal ya no tiene este archivo. Elíjalo de nuevo.',
    'upload-known': 'Este archivo se anunció con otro tamaño. Elíjalo de nuevo.',
    'upload-full': 'El portal ya tiene tantos trozos de este archivo como se anunció. Elíjalo de nuevo.',
    'upload-incomplete': 'Un archivo no ha llegado entero. Envíe lo que falta y después el texto.',
    'chunk-damaged': 'Un trozo de un archivo se dañó por el camino. Envíelo de nuevo.',
    'uploads-busy': 'El portal no acepta más archivos hoy. Envíe el texto ahora sin ellos, o los archivos mañana.',
    'file-too-large': 'Un archivo supera los 2 GiB, que es lo máximo. Elija uno más pequeño.',
    'file-changed': 'Un archivo cambió mientras se leía, o no se puede leer. Elíjalo de nuevo.',
    'file-damaged': 'Un archivo no es el que se envió. No se muestra.',
    'too-many-files': 'Son más archivos de los que caben en una denuncia. Deje algunos y envíelos como ampliación.',
    stopped: 'Detenido, como ha pedido.',
    'try-again':
      'El portal está ocupado o no se puede alcanzar. Espere un poco e inténtelo de nuevo; nada se guarda dos veces.',
    'wrong-passphrase': 'Estas no son las doce palabras. Busque una palabra mal escrita.',
    'bad-signature': 'Una firma no corresponde a lo que firma. No se fíe de esto.',
    'fat-certificate': 'La lista de revisores incumple sus propias reglas. No envíe nada.',
    'unsuitable-key': 'La lista de revisores contiene una llave que aquí no sirve. No envíe nada.',
    'roster-untrusted': 'La lista de revisores no está firmada por suficientes garantes. No envíe nada.',
    'roster-rolled-back': 'Se ha servido una lista de revisores antigua. No envíe nada.',
    'roster-foreign': 'La lista de revisores pertenece a otro portal. No envíe nada.',
    'roster-unsound': 'La lista de revisores incumple sus propias reglas. No envíe nada.',
    'bad-receipt': 'El portal respondió sin un recibo válido. Conserve su texto e inténtelo más tarde.',
    'cannot-open': 'Sus palabras no abren esto.',
    'bad-reply': 'Se abrió una respuesta, pero no es lo que enviaría un revisor de este portal.',
    'no-web-crypto':
      'A este navegador le falta lo necesario para sellar una denuncia. Use Tor Browser u otro navegador actual.',
  },
}

/** The pages to read, in Spanish. */
export const readingEs: Reading = {
  safely: {
    title: 'Cómo denunciar con seguridad',
    lede: 'Tómese unos minutos antes de escribir. A la mayoría de quienes fueron descubiertos no los delató una cerradura rota, sino dónde, cuándo y qué escribieron.',
    sections: [
      {
        title: 'Antes de empezar',
        points: [
          'Use un dispositivo que sea solo suyo. No el ordenador ni el teléfono de su empresa.',
          'Use una red que nadie de su trabajo vigile. No la del trabajo, ni la de casa si alguien allí no debe saberlo.',
          'Tor Browser oculta a su red qué página visita. Consígalo en torproject.org antes de necesitarlo y ponga el nivel «Más seguro».',
          'En algunos países, usar Tor llama la atención. Entonces una red ajena, por ejemplo la de una biblioteca, puede ser mejor.',
          'No nos busque en un buscador desde el trabajo, y no envíe esta dirección a nadie.',
        ],
      },
      {
        title: 'Mientras escribe',
        points: [
          'Elija un momento tranquilo, no justo después de la reunión o la entrega de la que escribe.',
          'Omita lo que solo usted puede saber. Podrá decirlo después.',
          'Escriba frases cortas y sencillas. Un estilo propio se reconoce.',
          'No se lleve papeles para nosotros. No haga nada peligroso ni ilegal para saber más. Diga lo que ya sabe.',
          'Un documento puede llevar el nombre de quien lo imprimió o lo abrió. En caso de duda, describa lo que dice.',
          'Deje fuera a cualquier revisor que conozca o que no le inspire confianza.',
        ],
      },
      {
        title: 'Después',
        points: [
          'Guarde las doce palabras en papel, donde nadie mire, lejos de esta dirección.',
          'Vuelva solo desde un lugar seguro, y no más veces de las necesarias.',
          'Compórtese como antes. No pregunte a sus compañeros ni haga insinuaciones.',
          'No hable de ello con nadie, salvo con un abogado si lo necesita.',
        ],
      },
      {
        title: 'Si está en peligro',
        text: 'Este portal es lento: su denuncia se lee al cabo de días, no de minutos, y nadie puede acudir a ayudarle. Si está en peligro ahora, váyase primero y acuda a alguien cercano que pueda protegerle.',
      },
    ],
  },
  how: {
    title: 'Qué pasa después',
    lede: 'Una denuncia se sella donde se escribe y se abre donde se lee. En medio hay un servidor que transporta sobres cerrados.',
    sections: [
      {
        title: 'Cuando escribe',
        steps: [
          'Su navegador descarga una lista firmada de revisores y comprueba las firmas. Las hacen garantes, que eligen a los revisores y no pueden leer denuncias. Un garante solo no puede cambiar nada de la lista.',
          'Usted elige un tema. Su navegador toma a algunos de sus revisores, sin quienes deja fuera, y sella su texto para sus llaves. Cada sobre tiene el mismo número de cerraduras, algunas de nadie, así que el servidor no puede saber quién puede abrirlo.',
          'El sobre se rellena hasta uno de tres tamaños. Su longitud no dice cuánto ha escrito.',
          'El portal responde con un recibo firmado, y su navegador lo comprueba. Si su denuncia se eliminara o cambiara después, esta firma lo mostraría.',
          'Ve doce palabras. Se crean en su navegador, nunca se envían y son el único camino de vuelta.',
        ],
      },
      {
        title: 'Cuando se lee',
        points: [
          'Los revisores ven lo que escribió, el tema, el día de llegada, a quién dejó fuera y un nombre inventado bajo el que reúnen sus mensajes.',
          'No ven dirección, dispositivo ni hora, porque el portal no los tiene.',
          'Procuran confirmarlo en siete días y decirle en tres meses qué ha sido de ello. Son los plazos que fija el derecho europeo.',
        ],
      },
      {
        title: 'Cuando vuelve',
        text: 'Las respuestas también van selladas. Se cortan en trozos de un mismo tamaño, se mezclan con trozos que no significan nada y se publican para todos varias veces al día. El navegador de cada visitante los descarga todos, y el suyo prueba sus doce palabras en cada uno. Así el servidor no distingue a quien vuelve de quien viene por primera vez. Lo que añade es un sobre más, como cualquier otro.',
      },
      {
        title: 'Si su navegador no ejecuta scripts',
        text: 'Entonces esta página no puede sellar nada, y el portal no acepta nada sin sellar. No ofrecemos sellarlo en el servidor: así el servidor podría leerlo. En Tor Browser basta el nivel «Más seguro».',
      },
    ],
  },
  limits: {
    title: 'De qué no podemos protegerle',
    lede: 'El sello protege lo que escribe en el camino y donde queda guardado. No le protege de todo lo que lo rodea. Lea esto antes de decidir.',
    sections: [
      {
        title: 'El dispositivo que tiene delante',
        points: [
          'Quien controle su ordenador o su teléfono, por ejemplo su empresa, puede ver lo que teclea antes de que se selle.',
          'El historial de su navegador muestra que se abrió esta página. Use Tor Browser o una ventana privada y ciérrela después. Una ventana privada no oculta nada a su red.',
          'El botón «Salir de esta página» sale deprisa. No borra el historial.',
        ],
      },
      {
        title: 'Su red',
        points: [
          'Quien gestiona su red puede ver que visitó esta dirección, y cuándo, salvo que use Tor Browser. No ve lo que envió.',
          'Con Tor Browser todavía puede ver que usa Tor.',
        ],
      },
      {
        title: 'Lo que escribe',
        points: [
          'Un hecho que solo conocen dos personas señala a dos personas. Los revisores están bien elegidos, pero son personas.',
          'Los revisores que abren su denuncia saben a quién dejó fuera. Quienes quedan fuera no lo saben por nosotros.',
        ],
      },
      {
        title: 'Esta misma página',
        points: [
          'En la primera visita confía en que este servidor le dio la página verdadera. Un servidor tomado por otros podría darle una distinta. Los archivos de esta página son públicos para que otros los comparen, pero su navegador no lo hace por usted.',
          'Quien gestiona el servidor sabe cuántos sobres llegan en un día, a qué tema y en cuál de tres tamaños. La empresa dueña de las máquinas puede saber el segundo en que llegó uno.',
        ],
      },
      {
        title: 'Después',
        points: [
          'Quien encuentre sus doce palabras y conozca esta dirección puede leer las respuestas y escribir en su nombre.',
          'Un recibo prueba que quien lo tiene ha denunciado algo. No lo guarde donde otros puedan buscar.',
          'Un revisor que pudo leer su denuncia conserva lo leído, aunque después deje la lista.',
          'No podemos prometer que se haga algo. Si vuelve, sabrá en qué punto está.',
        ],
      },
    ],
  },
  elsewhere: {
    title: 'Dónde más puede denunciar',
    lede: 'Este portal es un camino entre varios, y no siempre el mejor. Los otros no son nuestros: la mayoría sabrá quién es usted si no lo evita. Esto no es asesoramiento jurídico.',
    sections: [
      {
        title: 'Dentro de su organización',
        text: 'Muchas empresas y universidades tienen a alguien encargado del control de exportaciones o del cumplimiento, y un canal de denuncias. Suele ser el camino más rápido, si confía en que no forma parte del problema.',
      },
      {
        title: 'Autoridades',
        points: [
          'En todas partes: la autoridad que concede las licencias de exportación, la aduana y la policía.',
          'Unión Europea: cada Estado miembro tiene autoridades obligadas a recibir denuncias y proteger a quien las hace (Directiva (UE) 2019/1937). La Comisión Europea tiene una herramienta propia para denunciar infracciones de sanciones.',
          'Estados Unidos: el Bureau of Industry and Security recibe denuncias sobre exportaciones. FinCEN las recibe sobre sanciones y dinero, y puede pagar recompensas.',
          'Reino Unido: la aduana (HMRC) para exportaciones, y la Office of Financial Sanctions Implementation para sanciones.',
        ],
      },
      {
        title: 'Quién puede aconsejarle',
        points: [
          'Un abogado. En la mayoría de los países no puede contar lo que usted le diga.',
          'Organizaciones que ayudan a denunciantes. Muchas aconsejan gratis, antes de que decida.',
        ],
      },
      {
        title: 'Hacerlo público',
        text: 'La ley protege con menos frecuencia a quien acude a la prensa que a quien acude a una autoridad. Cuando lo hace, suele exigir que antes se haya intentado otro camino, o que el peligro sea grande y cercano. Pregunte a quien conozca la ley de su país.',
      },
    ],
  },
  signs: {
    title: 'Señales en que fijarse',
    lede: 'Lo que han aprendido a ver quienes luchan contra las compras ilícitas. Una señal sola no prueba nada, y la mayoría tiene una explicación inocente, que figura debajo. Varias juntas merecen una denuncia. Por ahora la lista solo existe en inglés.',
    note: 'La misma lista para programas:',
    innocent: 'Explicación inocente',
    sources: 'Según',
    categories: {
      party: 'Compradores y empresas',
      product: 'Bienes',
      'end-use': 'Para qué sirve',
      route: 'Rutas y papeles',
      maritime: 'Barcos',
      finance: 'Dinero',
      network: 'Redes',
      academia: 'Universidades e investigación',
    },
  },
}
