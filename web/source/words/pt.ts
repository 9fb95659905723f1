import type { Reading, Words } from './en.ts'
import { plural } from './plural.ts'

/** Everything in Portuguese. */
export const pt: Words = {
  language: 'pt',
  path: 'pt',
  dir: 'ltr',
  name: 'Safehand',
  frame: {
    skip: 'Ir para o conteúdo',
    exit: 'Sair desta página',
    exitHint: 'Leva de imediato a uma página vazia',
    reading: 'Ler mais',
    languages: 'Línguas',
    desk: 'Para revisores',
  },
  home: {
    title: 'Conte em confiança o que viu',
    lede: 'Para denunciar bens ou conhecimentos que possam estar a caminho de um programa de armas. O que escreve é selado neste navegador. O servidor que o transporta não o consegue ler e não pergunta quem é.',
    tell: 'Denunciar algo',
    tellAbout: 'Cerca de cinco minutos. Sem conta, sem e-mail, sem perguntas obrigatórias.',
    comeBack: 'Voltar',
    comeBackAbout: 'Leia o que os revisores lhe escreveram e complete a sua denúncia, com as suas doze palavras.',
    before: 'Antes de começar',
    beforePoints: [
      'Use um dispositivo e uma rede que a sua empresa não possua nem vigie.',
      'O Tor Browser impede que a sua rede saiba que esteve aqui. Um navegador comum, não.',
      'Se está em perigo agora, esta não é a forma mais rápida de obter ajuda.',
      '«Sair desta página» leva de imediato a uma página vazia. Premir Escape três vezes faz o mesmo.',
    ],
    beforeMore: 'Leia do que não o podemos proteger',
    promises: [
      {
        title: 'Selado antes de partir',
        text: 'Só os revisores escolhidos para o seu tema têm a chave. Pode deixar de fora quem não lhe mereça confiança.',
      },
      {
        title: 'Nada fica no seu dispositivo',
        text: 'Sem cookies, sem rascunhos guardados, sem outro endereço no histórico além do desta página.',
      },
      {
        title: 'Um caminho de volta que só você conhece',
        text: 'Doze palavras, mostradas uma só vez, permitem voltar de qualquer dispositivo, ler as respostas e responder.',
      },
    ],
    noScript:
      'O seu navegador não executa scripts nesta página, por isso não pode selar nada aqui, e não aceitamos denúncias por selar. Pode ler tudo. Para enviar algo, permita scripts apenas neste site (no Tor Browser basta o nível «Mais seguro»).',
    runBy: (organisation) =>
      `Este portal é gerido por ${organisation}. A sua lista de revisores está assinada, e as assinaturas acabam de ser verificadas.`,
  },
  trouble: {
    title: 'Neste momento não pode ser usado',
    again: 'Tentar de novo',
    broken: 'Não foi possível carregar uma parte desta página. Recarregue-a e tente de novo.',
    noWebCrypto:
      'Este navegador não pode selar nada nesta página. Falta-lhe a cifra necessária, ou a página não foi aberta por uma ligação segura. Use uma versão atual do Tor Browser, do Firefox ou do Chrome, e confirme que o endereço começa por https:// ou termina em .onion.',
    closed:
      'A lista assinada de revisores expirou, por isso não se aceitam denúncias por agora. Ainda pode ler respostas. Tente dentro de um dia.',
  },
  waiting: {
    title: 'Um momento',
    portal: 'A obter a lista de revisores e a verificar as assinaturas…',
  },
  channels: {
    names: {
      electronics: 'Eletrónica',
      'machine-tools': 'Máquinas-ferramenta',
      nuclear: 'Área nuclear',
      'chem-bio': 'Química e biologia',
      missiles: 'Mísseis e drones',
      shipping: 'Transporte',
      finance: 'Dinheiro',
      research: 'Investigação científica',
      'this-portal': 'Este portal',
    },
    about: {
      electronics: 'Chips, sensores, equipamento de rádio e de medição, placas de circuito',
      'machine-tools': 'Fresadoras e tornos, máquinas de medir, prensas, fornos',
      nuclear: 'Enriquecimento, reatores, metais especiais, radiação, peças de centrifugadoras',
      'chem-bio': 'Precursores, agentes, recipientes vitrificados, fermentadores, culturas',
      missiles: 'Motores, orientação, giroscópios, compósitos, drones e as suas peças',
      shipping: 'Rotas estranhas, papéis alterados, transbordos, transitários, moradas de fachada',
      finance: 'Pagamentos de desconhecidos, empresas de fachada, cartas de crédito, seguros',
      research: 'Visitantes, teses, projetos comuns, conhecimentos ensinados ou levados',
      'this-portal': 'Algo está mal neste portal, nos revisores ou no tratamento das denúncias',
    },
  },
  tell: {
    title: 'Denunciar algo',
    lede: 'Escreva como o contaria a alguém de confiança. Tudo fica nesta página até premir o último botão.',
    channel: 'De que se trata?',
    channelHint: 'Disto depende que revisores o podem abrir. Na dúvida, escolha o mais próximo.',
    story: 'O que aconteceu?',
    storyHint:
      'O que foi encomendado, construído, ensinado ou enviado, e porque lhe parece errado. Nomes, números e papéis ajudam. Algumas palavras bastam para começar; pode acrescentar mais depois.',
    prompts: 'Algumas perguntas que ajudam',
    promptsHint: 'Responda ao que quiser. Todas podem ficar vazias.',
    questions: [
      { id: 'where', label: 'Onde?', hint: 'Um país, um porto, uma empresa, uma morada' },
      { id: 'when', label: 'Quando?', hint: 'Um dia, um mês, «desde a primavera»; antes ou depois de quê' },
      {
        id: 'how-known',
        label: 'Como sabe?',
        hint: 'Vi, li num papel, ouvi de alguém. Omita o que o possa denunciar',
      },
    ],
    careful: 'Cuidado com o que só você pode saber',
    carefulText:
      'Um pormenor que duas pessoas conhecem aponta para duas pessoas, por bem selado que esteja. Os revisores vão lê-lo. Omita-o, ou diga-o mais tarde, quando os conhecer melhor.',
    files: 'Adicionar ficheiros',
    recovery:
      'É também selado para uma chave de reserva guardada fora da rede, para que se possa ler se os revisores perderem as suas chaves.',
    noRecovery:
      'Não há chave de reserva: se todos os revisores a quem se destina perderem a chave, já ninguém o poderá ler.',
    send: 'Selar e enviar',
    sendHint: 'Demora alguns segundos. Depois verá doze palavras: tenha com que escrever.',
    wrong: {
      channel: 'Escolha de que se trata.',
      narrative: 'Escreva pelo menos algumas palavras.',
      tooLong: 'É mais longo do que cabe numa denúncia. Encurte e envie o resto depois, como complemento.',
      exclusions: 'Não restaria ninguém para o abrir. Deixe pelo menos um revisor.',
      asked: 'Diga se alguém deve ficar de fora.',
    },
  },
  exclude: {
    title: 'Há aqui alguém que não deva ver isto?',
    choose: 'Escolha primeiro um tema. Depois pode deixar de fora revisores desse tema.',
    text: 'Estes revisores trabalham neste tema. Assinale quem não deve poder abrir a sua denúncia: alguém que conhece, alguém de quem ela trata, alguém que não lhe merece confiança. Não será selada para essa pessoa. O servidor não fica a saber quem deixa de fora; os revisores que a abrem, sim.',
    legend: 'Deixar de fora',
    some: (many) => plural('pt', many, { one: '# revisor fica de fora', other: '# revisores ficam de fora' }),
    again: 'Deixou alguém de fora da primeira vez?',
    againText:
      'Não se encontrou nenhuma resposta que o diga a esta página. Indique-o outra vez, para que ninguém que deixou de fora leia isto.',
    nobody: 'Ninguém tem de ficar de fora',
    somebody: 'Deixar alguém de fora',
  },
  sending: {
    title: 'A selar a sua denúncia',
    followUpTitle: 'A selar o seu complemento',
    lede: 'Mantenha esta página aberta. Demora alguns segundos.',
    steps: {
      sealing: 'A selar neste navegador',
      working: 'Um breve cálculo que trava envios em massa',
      sending: 'A enviar',
    },
    done: 'feito',
    now: 'em curso',
    waiting: 'O portal ainda não responde. Tenta-se de novo automaticamente; nada chega duas vezes.',
  },
  failed: { title: 'Não foi enviado', kept: 'O seu texto continua aqui.', again: 'Tentar de novo' },
  sent: {
    title: 'Chegou, selado',
    lede: 'O portal confirmou-o com a sua assinatura. Estas doze palavras são a única forma de voltar, ler as respostas e acrescentar algo. São palavras inglesas; não precisa de as entender, copie-as letra por letra.',
    words: 'As suas doze palavras',
    wordsHint: 'Escreva-as em papel, por esta ordem. Só são mostradas agora.',
    copy: 'Copiar',
    copied: 'Copiado. Outros programas podem ler o que foi copiado; apague-o depois.',
    copyFailed: 'O navegador não permitiu copiar. Escreva-as à mão.',
    print: 'Imprimir',
    printHint: 'Os navegadores imprimem o endereço da página na margem da folha. Recorte-o.',
    loss: 'Ninguém as pode recuperar',
    lossText:
      'Se as perder, a sua denúncia será lida na mesma, mas não verá as respostas. Se alguém as encontrar junto com este endereço, pode ler as respostas e escrever em seu lugar.',
    receipt: 'Mostrar o recibo',
    receiptText:
      'A assinatura com que o portal confirma que recebeu a sua denúncia. Com ela, qualquer pessoa pode verificar mais tarde que não foi eliminada. Também prova que quem a tem denunciou algo: não a guarde num dispositivo que outros possam revistar. Não precisa dela para voltar.',
    written: 'Já as escrevi',
    never: 'Não vou voltar',
  },
  confirm: {
    title: 'Duas palavras, para ter a certeza',
    lede: 'Veja o que escreveu e digite estas duas.',
    word: (number) => `Palavra ${number}`,
    wrong: 'Não é essa palavra. Veja o seu papel, ou mostre as palavras outra vez.',
    check: 'Verificar',
    show: 'Mostrar as palavras outra vez',
  },
  done: {
    title: 'Terminou',
    kept: 'As suas palavras estão certas. Volte com elas dentro de alguns dias: as respostas são publicadas a horas certas e ficam cerca de um mês.',
    notKept: 'A sua denúncia será lida. Não haverá forma de lhe responder nem de ver o que lhe escrevam.',
    now: 'Agora',
    points: [
      'Feche esta página com «Sair desta página». O histórico do navegador ainda mostra que foi visitada; o Tor Browser esquece-o ao fechar.',
      'Guarde o papel onde ninguém procure, e não junto com este endereço.',
      'Não diga a ninguém que denunciou, nem a pessoas de confiança, a não ser que tenha de o fazer.',
    ],
    pointsNotKept: [
      'Feche esta página com «Sair desta página». O histórico do navegador ainda mostra que foi visitada; o Tor Browser esquece-o ao fechar.',
      'Não diga a ninguém que denunciou, nem a pessoas de confiança, a não ser que tenha de o fazer.',
    ],
    another: 'Ir para a primeira página',
  },
  comeBack: {
    title: 'Voltar',
    lede: 'Digite as suas doze palavras. Ficam neste navegador: nada é enviado para o procurar.',
    words: 'As suas doze palavras',
    wordsHint: 'Maiúsculas e espaços não importam. Bastam as quatro primeiras letras de cada palavra.',
    counted: (words) => plural('pt', words, { one: '# palavra de 12', other: '# palavras de 12' }),
    show: 'Ler respostas',
    missing: 'Digite as doze palavras.',
    tooMany: 'São mais de doze palavras.',
    reading: 'A procurar em tudo o que foi publicado…',
    readingHint:
      'Esta página obteve todas as respostas seladas, as de todos, como em cada visita, e experimenta agora as suas palavras.',
  },
  replies: {
    nothing: 'Ainda não há resposta',
    title: (letters) => plural('pt', letters, { one: 'Uma resposta', other: '# respostas' }),
    none: 'Neste momento não há nada publicado que as suas palavras abram. As respostas são publicadas a horas certas, algumas vezes por dia, e ficam cerca de um mês. Se a sua denúncia é recente, volte dentro de alguns dias.',
    from: (handle) => `De ${handle}`,
    number: (number) => `mensagem ${number}`,
    missing: (handle, number) =>
      `A mensagem ${number} de ${handle} não está aqui. Pode ser demasiado antiga para ainda estar publicada, ou foi retida. Peça-a de novo se for importante.`,
    unsound: (many) =>
      plural('pt', many, {
        one: '# fragmento era para si, mas não foi assinado por um revisor deste portal. Não é mostrado.',
        other: '# fragmentos eram para si, mas não foram assinados por um revisor deste portal. Não são mostrados.',
      }),
    state: 'Em que ponto está',
    states: {
      received: 'Recebido',
      acknowledged: 'Confirmado',
      assessing: 'Em análise',
      'in-progress': 'Em curso',
      referred: 'Passado a quem pode agir',
      closed: 'Encerrado',
    },
    statesAbout: {
      received: 'Está com os revisores.',
      acknowledged: 'Um revisor leu-o e vai trabalhar nele.',
      assessing: 'Estão a verificar o que se pode verificar.',
      'in-progress': 'Estão a dar-lhe seguimento.',
      referred: 'As pessoas competentes foram avisadas, sem o nomear.',
      closed: 'O trabalho terminou. Ainda pode escrever.',
    },
    answer: 'Responder ou acrescentar algo',
    answerHint:
      'É selado como a sua primeira denúncia e junta-se a ela. O servidor não pode saber que as duas vão juntas.',
    channel: 'De que tema tratava a sua denúncia?',
    channelHint: 'Escolha o mesmo da primeira vez, para que os mesmos revisores o possam abrir.',
    send: 'Selar e enviar',
    leave: 'Esquecer as palavras e ir para a primeira página',
    sent: 'A sua mensagem chegou, selada',
    sentText: 'As suas doze palavras continuam as mesmas. Volte com elas para ler a resposta.',
    another: 'Escrever outra mensagem',
  },
  refused: {
    bug: 'Algo falhou nesta página. Tente de novo ou recarregue a página.',
    malformed: 'Isto não foi compreendido. Recarregue a página e envie de novo.',
    'too-large': 'É maior do que o portal aceita. Encurte e envie de novo.',
    'wrong-size': 'Não tem um dos tamanhos fixos. Recarregue a página e envie de novo.',
    'not-sealed': 'Não estava selado como combinado e não foi aceite. Nada foi guardado.',
    'wrong-grants': 'Não estava selado como combinado e não foi aceite. Nada foi guardado.',
    'unknown-channel': 'Este tema já não existe. Escolha outro.',
    'uploads-off': 'De momento não se aceitam ficheiros. Envie o texto sem eles.',
    'no-work': 'O breve cálculo falta ou é insuficiente. Envie de novo.',
    'roster-changed': 'A lista de revisores acaba de mudar. Envie de novo, para que seja selado para eles.',
    'roster-expired':
      'A lista de revisores expirou, por isso não se aceitam denúncias por agora. Tente dentro de um dia.',
    'body-known': 'Uma cópia foi alterada pelo caminho. Envie de novo; é selado outra vez.',
    'upload-unknown': 'O portal já não tem este ficheiro. Escolha-o de novo.',
    'upload-known': 'Este ficheiro foi anunciado com outro tamanho. Escolha-o de novo.',
    'upload-full': 'O portal já tem tantos pedaços deste ficheiro como anunciado. Escolha-o de novo.',
    'upload-incomplete': 'Um ficheiro não chegou inteiro. Envie o que falta e depois o texto.',
    'chunk-damaged': 'Um pedaço de um ficheiro foi danificado pelo caminho. Envie-o de novo.',
    'uploads-busy': 'O portal não aceita mais ficheiros hoje. Envie agora o texto sem eles, ou os ficheiros amanhã.',
    'file-too-large': 'Um ficheiro tem mais de 2 GiB, que é o máximo. Escolha um mais pequeno.',
    'file-changed': 'Um ficheiro mudou enquanto era lido, ou não pode ser lido. Escolha-o de novo.',
    'file-damaged': 'Um ficheiro não é o que foi enviado. Não é mostrado.',
    'too-many-files': 'São mais ficheiros do que cabem numa denúncia. Deixe alguns e envie-os como complemento.',
    stopped: 'Parado, como pediu.',
    'try-again':
      'O portal está ocupado ou fora de alcance. Espere um pouco e tente de novo; nada é guardado duas vezes.',
    'wrong-passphrase': 'Estas não são as doze palavras. Procure uma palavra mal escrita.',
    'bad-signature': 'Uma assinatura não corresponde ao que assina. Não confie nisto.',
    'fat-certificate': 'A lista de revisores viola as suas próprias regras. Não envie nada.',
    'unsuitable-key': 'A lista de revisores contém uma chave que aqui não serve. Não envie nada.',
    'roster-untrusted': 'A lista de revisores não está assinada por garantes suficientes. Não envie nada.',
    'roster-rolled-back': 'Foi servida uma lista de revisores antiga. Não envie nada.',
    'roster-foreign': 'A lista de revisores pertence a outro portal. Não envie nada.',
    'roster-unsound': 'A lista de revisores viola as suas próprias regras. Não envie nada.',
    'bad-receipt': 'O portal respondeu sem um recibo válido. Guarde o seu texto e tente mais tarde.',
    'cannot-open': 'As suas palavras não abrem isto.',
    'bad-reply': 'Abriu-se uma resposta, mas não é o que um revisor deste portal enviaria.',
    'no-web-crypto':
      'Falta a este navegador o necessário para selar uma denúncia. Use o Tor Browser ou outro navegador atual.',
  },
}

/** The pages to read, in Portuguese. */
export const readingPt: Reading = {
  safely: {
    title: 'Como denunciar em segurança',
    lede: 'Reserve alguns minutos antes de escrever. A maioria dos que foram descobertos não o foi por uma fechadura partida, mas por onde, quando e o que escreveram.',
    sections: [
      {
        title: 'Antes de começar',
        points: [
          'Use um dispositivo que seja só seu. Nem o computador nem o telefone da sua empresa.',
          'Use uma rede que ninguém do seu trabalho vigie. Não a do trabalho, nem a de casa se lá alguém não deve saber.',
          'O Tor Browser esconde da sua rede que página visita. Obtenha-o em torproject.org antes de precisar dele e ponha o nível «Mais seguro».',
          'Em alguns países, usar o Tor chama a atenção. Então a rede de outra pessoa, por exemplo de uma biblioteca, pode ser melhor.',
          'Não nos procure num motor de busca a partir do trabalho, nem envie este endereço a ninguém.',
        ],
      },
      {
        title: 'Enquanto escreve',
        points: [
          'Escolha um momento calmo, não logo após a reunião ou a entrega de que escreve.',
          'Omita o que só você pode saber. Pode dizê-lo mais tarde.',
          'Escreva frases curtas e simples. Um estilo próprio reconhece-se.',
          'Não leve papéis por nossa causa. Não faça nada perigoso ou ilegal para saber mais. Diga o que já sabe.',
          'Um documento pode levar o nome de quem o imprimiu ou abriu. Na dúvida, descreva o que diz.',
          'Deixe de fora qualquer revisor que conheça ou que não lhe mereça confiança.',
        ],
      },
      {
        title: 'Depois',
        points: [
          'Guarde as doze palavras em papel, onde ninguém procure, longe deste endereço.',
          'Volte só de um lugar seguro, e não mais vezes do que o necessário.',
          'Comporte-se como antes. Não pergunte a colegas nem faça insinuações.',
          'Não fale disto com ninguém, salvo com um advogado se precisar.',
        ],
      },
      {
        title: 'Se está em perigo',
        text: 'Este portal é lento: a sua denúncia é lida ao fim de dias, não de minutos, e ninguém pode vir ajudar. Se está em perigo agora, saia primeiro e recorra a alguém próximo que o possa proteger.',
      },
    ],
  },
  how: {
    title: 'O que acontece depois',
    lede: 'Uma denúncia é selada onde é escrita e aberta onde é lida. Pelo meio há um servidor que transporta envelopes fechados.',
    sections: [
      {
        title: 'Quando escreve',
        steps: [
          'O seu navegador obtém uma lista assinada de revisores e verifica as assinaturas. São feitas por garantes, que escolhem os revisores e não podem ler denúncias. Um garante sozinho não pode mudar nada na lista.',
          'Escolhe um tema. O navegador toma alguns dos seus revisores, sem os que deixa de fora, e sela o texto para as chaves deles. Cada envelope tem o mesmo número de fechaduras, algumas de ninguém, pelo que o servidor não sabe quem o pode abrir.',
          'O envelope é enchido até um de três tamanhos. O comprimento não diz quanto escreveu.',
          'O portal responde com um recibo assinado, e o navegador verifica-o. Se a denúncia fosse eliminada ou alterada depois, esta assinatura mostrá-lo-ia.',
          'Vê doze palavras. São criadas no seu navegador, nunca são enviadas e são o único caminho de volta.',
        ],
      },
      {
        title: 'Quando é lida',
        points: [
          'Os revisores veem o que escreveu, o tema, o dia de chegada, quem deixou de fora e um nome inventado sob o qual juntam as suas mensagens.',
          'Não veem endereço, dispositivo nem hora, porque o portal não os tem.',
          'Procuram confirmar em sete dias e dizer-lhe em três meses o que aconteceu. São os prazos que o direito europeu fixa.',
        ],
      },
      {
        title: 'Quando volta',
        text: 'As respostas também são seladas. São cortadas em pedaços de um só tamanho, misturadas com pedaços que nada significam e publicadas para todos algumas vezes por dia. O navegador de cada visitante obtém-nos todos, e o seu experimenta as doze palavras em cada um. Assim o servidor não distingue quem volta de quem vem pela primeira vez. O que acrescenta é mais um envelope, igual aos outros.',
      },
      {
        title: 'Se o navegador não executa scripts',
        text: 'Então esta página não pode selar nada, e o portal não aceita nada por selar. Não nos oferecemos para o fazer no servidor: assim o servidor poderia ler. No Tor Browser basta o nível «Mais seguro».',
      },
    ],
  },
  limits: {
    title: 'Do que não o podemos proteger',
    lede: 'O selo protege o que escreve no caminho e onde fica guardado. Não o protege de tudo à volta. Leia isto antes de decidir.',
    sections: [
      {
        title: 'O dispositivo à sua frente',
        points: [
          'Quem controla o seu computador ou telefone, por exemplo a sua empresa, pode ver o que digita antes de ser selado.',
          'O histórico do navegador mostra que esta página foi aberta. Use o Tor Browser ou uma janela privada e feche-a depois. Uma janela privada não esconde nada da sua rede.',
          'O botão «Sair desta página» sai depressa. Não apaga o histórico.',
        ],
      },
      {
        title: 'A sua rede',
        points: [
          'Quem gere a sua rede pode ver que visitou este endereço, e quando, a menos que use o Tor Browser. Não vê o que enviou.',
          'Com o Tor Browser ainda pode ver que usa o Tor.',
        ],
      },
      {
        title: 'O que escreve',
        points: [
          'Um facto que só duas pessoas conhecem aponta para duas pessoas. Os revisores são bem escolhidos, mas são pessoas.',
          'Os revisores que abrem a sua denúncia ficam a saber quem deixou de fora. Quem ficou de fora não o sabe por nós.',
        ],
      },
      {
        title: 'Esta própria página',
        points: [
          'Na primeira visita confia em que este servidor lhe deu a página verdadeira. Um servidor tomado por outros poderia dar-lhe outra. Os ficheiros desta página são públicos para que outros os comparem, mas o seu navegador não o faz por si.',
          'Quem gere o servidor sabe quantos envelopes chegam num dia, a que tema e em qual de três tamanhos. A empresa dona das máquinas pode saber o segundo em que um chegou.',
        ],
      },
      {
        title: 'Depois',
        points: [
          'Quem encontrar as suas doze palavras e souber este endereço pode ler as respostas e escrever em seu nome.',
          'Um recibo prova que quem o tem denunciou algo. Não o guarde onde outros possam procurar.',
          'Um revisor que pôde ler a sua denúncia conserva o que leu, mesmo que depois saia da lista.',
          'Não podemos prometer que algo seja feito. Se voltar, saberá em que ponto está.',
        ],
      },
    ],
  },
  elsewhere: {
    title: 'Onde mais pode denunciar',
    lede: 'Este portal é um caminho entre vários, e nem sempre o melhor. Os outros não são nossos: a maioria fica a saber quem é, se não o impedir. Isto não é aconselhamento jurídico.',
    sections: [
      {
        title: 'Dentro da sua organização',
        text: 'Muitas empresas e universidades têm alguém responsável pelo controlo de exportações ou pela conformidade, e um canal de denúncias. É muitas vezes o caminho mais rápido, se confiar que não faz parte do problema.',
      },
      {
        title: 'Autoridades',
        points: [
          'Em toda a parte: a autoridade que concede licenças de exportação, a alfândega e a polícia.',
          'União Europeia: cada Estado-Membro tem autoridades obrigadas a receber denúncias e a proteger quem as faz (Diretiva (UE) 2019/1937). A Comissão Europeia tem um meio próprio para denunciar violações de sanções.',
          'Estados Unidos: o Bureau of Industry and Security recebe denúncias sobre exportações. O FinCEN recebe-as sobre sanções e dinheiro, e pode pagar recompensas.',
          'Reino Unido: a alfândega (HMRC) para exportações e o Office of Financial Sanctions Implementation para sanções.',
        ],
      },
      {
        title: 'Quem o pode aconselhar',
        points: [
          'Um advogado. Na maioria dos países não pode contar o que lhe disser.',
          'Organizações que ajudam denunciantes. Muitas aconselham de graça, antes de decidir.',
        ],
      },
      {
        title: 'Tornar público',
        text: 'A lei protege menos vezes quem vai à imprensa do que quem vai a uma autoridade. Quando protege, costuma exigir que se tenha tentado antes outro caminho, ou que o perigo seja grande e próximo. Pergunte a quem conheça a lei do seu país.',
      },
    ],
  },
  signs: {
    title: 'Sinais a que prestar atenção',
    lede: 'O que aprenderam a notar os que combatem as compras ilícitas. Um sinal sozinho nada prova, e a maioria tem uma explicação inocente, indicada por baixo. Vários juntos merecem uma denúncia. Por agora a lista só existe em inglês.',
    note: 'A mesma lista para programas:',
    innocent: 'Explicação inocente',
    sources: 'Segundo',
    categories: {
      party: 'Compradores e empresas',
      product: 'Bens',
      'end-use': 'Para que serve',
      route: 'Rotas e papéis',
      maritime: 'Navios',
      finance: 'Dinheiro',
      network: 'Redes',
      academia: 'Universidades e investigação',
    },
  },
}
