import type { SealedElsewhereWords } from './en.ts'

export const pt: SealedElsewhereWords = {
  title: 'Enviar sem scripts',
  lede: 'Se o seu navegador não executa scripts, pode selar o relato com o GnuPG e enviá-lo aqui. É preciso um terminal e alguma paciência.',
  before: 'Antes de começar',
  points: [
    'Por esta via ninguém lhe pode responder: não há doze palavras nem respostas. Se puder, use antes o Navegador Tor no nível “Mais seguro” e a página habitual.',
    'O que envia fica selado para todas as pessoas da área escolhida. Não pode excluir ninguém.',
    'Nunca selamos nada por si. O que chega legível é recusado e não é guardado, mas viajou legível até nós.',
    'Os comandos são para Linux, por exemplo o Tails. Criam um porta-chaves à parte e não tocam no seu.',
    'Quem analisa lê o texto e mais nada: nem o nome do ficheiro, nem o tamanho, e apenas o dia em que o selou.',
  ],
  steps: 'O que fazer',
  write: 'Escreva o relato num editor de texto e guarde-o como report.txt. Texto simples, mais nada.',
  choose: 'Abra em baixo a área mais adequada e guarde as chaves dela na mesma pasta.',
  compare:
    'Compare as impressões digitais se as tiver de outro lado: em papel, de outra pessoa, de outra visita. Quem controla este servidor poderia mostrar-lhe outras chaves.',
  run: 'Abra um terminal nessa pasta e copie para lá os comandos da área.',
  send: 'No formulário da área, escolha o ficheiro report.asc ou cole o seu conteúdo, e envie.',
  sizes: (first, second, third) =>
    `Cada relato é preenchido até um de três tamanhos, para que o comprimento diga pouco. Se report.txt tiver mais de ${first} bytes, escreva ${second} em vez desse número, ou ${third}. Nada mais longo é aceite.`,
  desks: 'As áreas',
  keys: 'Chaves desta área',
  save: 'Guardar as chaves num ficheiro',
  commands: 'Os comandos para esta área',
  paste: 'Cole aqui a mensagem selada',
  file: 'Ou escolha o ficheiro, report.asc',
  submit: 'Enviar a mensagem selada',
  runBy: 'Este portal é mantido por:',
  taken: 'A sua mensagem foi aceite',
  takenAbout:
    'Fica selada e será aberta pelas pessoas dessa área. Aqui ninguém a pôde ler. Apague agora report.txt e report.asc.',
  receipt: 'O seu recibo',
  receiptAbout:
    'Prova que o portal aceitou a sua mensagem. Prova também que foi você quem a enviou: guarde-o só onde ninguém procure, ou não o guarde.',
  refused: 'A sua mensagem não foi aceite',
  again: 'Voltar à página das chaves',
}
