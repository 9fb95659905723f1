import type { Reading, Words } from './en.ts'
import { plural } from './plural.ts'

/** Everything in French. */
export const fr: Words = {
  language: 'fr',
  path: 'fr',
  dir: 'ltr',
  name: 'Safehand',
  frame: {
    skip: 'Aller au contenu',
    exit: 'Quitter cette page',
    exitHint: 'Mène tout de suite à une page vide',
    reading: 'En savoir plus',
    languages: 'Langues',
    desk: 'Pour les examinateurs',
  },
  home: {
    title: 'Dites ce que vous avez vu, en toute confiance',
    lede: 'Pour signaler des biens ou un savoir-faire qui pourraient être destinés à un programme d’armement. Ce que vous écrivez est scellé dans ce navigateur. Le serveur qui le transporte ne peut pas le lire et ne demande pas qui vous êtes.',
    tell: 'Signaler quelque chose',
    tellAbout: 'Cinq minutes environ. Pas de compte, pas d’adresse e-mail, aucune question obligatoire.',
    comeBack: 'Revenir',
    comeBackAbout: 'Lisez les réponses des examinateurs et complétez votre signalement, avec vos douze mots.',
    before: 'Avant de commencer',
    beforePoints: [
      'Utilisez un appareil et un réseau que votre employeur ne possède pas et ne surveille pas.',
      'Tor Browser empêche votre réseau de savoir que vous êtes venu ici. Un navigateur ordinaire ne le fait pas.',
      'Si vous êtes en danger maintenant, ce n’est pas le moyen le plus rapide d’obtenir de l’aide.',
      '« Quitter cette page » mène tout de suite à une page vide. Appuyer trois fois sur Échap fait de même.',
    ],
    beforeMore: 'Lire ce dont nous ne pouvons pas vous protéger',
    promises: [
      {
        title: 'Scellé avant de partir',
        text: 'Seuls des examinateurs choisis pour votre sujet ont une clé. Vous pouvez écarter toute personne en qui vous n’avez pas confiance.',
      },
      {
        title: 'Rien ne reste sur votre appareil',
        text: 'Pas de cookies, pas de brouillons enregistrés, aucune autre adresse que celle de cette page dans votre historique.',
      },
      {
        title: 'Un retour que vous seul connaissez',
        text: 'Douze mots, montrés une seule fois, vous permettent de revenir depuis n’importe quel appareil, de lire les réponses et d’y répondre.',
      },
    ],
    noScript:
      'Votre navigateur n’exécute pas de scripts sur cette page : il ne peut donc rien sceller ici, et nous n’acceptons aucun signalement qui ne soit pas scellé. Vous pouvez tout lire. Pour envoyer quelque chose, autorisez les scripts pour ce site seulement (dans Tor Browser, le niveau « Plus sûr » suffit).',
    runBy: (organisation) =>
      `Ce portail est tenu par ${organisation}. Sa liste d’examinateurs est signée, et les signatures viennent d’être vérifiées.`,
  },
  trouble: {
    title: 'Inutilisable pour le moment',
    again: 'Réessayer',
    broken: 'Une partie de cette page n’a pas pu être chargée. Rechargez la page et réessayez.',
    noWebCrypto:
      'Ce navigateur ne peut rien sceller sur cette page. La cryptographie nécessaire lui manque, ou la page n’a pas été ouverte par une connexion sûre. Utilisez une version récente de Tor Browser, de Firefox ou de Chrome, et vérifiez que l’adresse commence par https:// ou se termine par .onion.',
    closed:
      'La liste signée des examinateurs a expiré ; aucun signalement n’est accepté pour l’instant. Vous pouvez toujours lire les réponses. Réessayez dans un jour.',
  },
  waiting: {
    title: 'Un instant',
    portal: 'Chargement de la liste des examinateurs et vérification de ses signatures…',
  },
  channels: {
    names: {
      electronics: 'Électronique',
      'machine-tools': 'Machines-outils',
      nuclear: 'Nucléaire',
      'chem-bio': 'Chimie et biologie',
      missiles: 'Missiles et drones',
      shipping: 'Transport',
      finance: 'Argent',
      research: 'Recherche',
      'this-portal': 'Ce portail',
    },
    about: {
      electronics: 'Puces, capteurs, matériel radio et de mesure, circuits imprimés',
      'machine-tools': 'Fraiseuses et tours, machines à mesurer, presses, fours',
      nuclear: 'Enrichissement, réacteurs, métaux spéciaux, rayonnements, pièces de centrifugeuses',
      'chem-bio': 'Précurseurs, agents, cuves vitrifiées, fermenteurs, cultures',
      missiles: 'Moteurs, guidage, gyroscopes, composites, drones et leurs pièces',
      shipping: 'Trajets étranges, papiers modifiés, transbordement, transitaires, adresses de façade',
      finance: 'Paiements d’inconnus, sociétés-écrans, lettres de crédit, assurances',
      research: 'Visiteurs, thèses, projets communs, savoir-faire enseigné ou emporté',
      'this-portal': 'Un problème avec ce portail, ses examinateurs ou le traitement des signalements',
    },
  },
  tell: {
    title: 'Signaler quelque chose',
    lede: 'Écrivez comme vous le raconteriez à quelqu’un de confiance. Tout reste sur cette page jusqu’à ce que vous appuyiez sur le dernier bouton.',
    channel: 'De quoi s’agit-il ?',
    channelHint: 'Cela décide quels examinateurs peuvent l’ouvrir. Dans le doute, prenez le plus proche.',
    story: 'Que s’est-il passé ?',
    storyHint:
      'Ce qui a été commandé, construit, enseigné ou expédié, et pourquoi cela vous paraît anormal. Les noms, les chiffres et les papiers aident. Quelques mots suffisent pour commencer ; vous pourrez compléter plus tard.',
    prompts: 'Quelques questions utiles',
    promptsHint: 'Répondez à ce que vous voulez. Chaque champ peut rester vide.',
    questions: [
      { id: 'where', label: 'Où ?', hint: 'Un pays, un port, une entreprise, une adresse' },
      { id: 'when', label: 'Quand ?', hint: 'Un jour, un mois, « depuis le printemps » ; avant ou après quoi' },
      {
        id: 'how-known',
        label: 'Comment le savez-vous ?',
        hint: 'Vu moi-même, lu dans un document, entendu de quelqu’un. Omettez ce qui vous désignerait',
      },
    ],
    careful: 'Attention à ce que vous seul pouvez savoir',
    carefulText:
      'Un détail connu de deux personnes désigne deux personnes, aussi bien scellé soit-il. Les examinateurs le liront. Omettez-le, ou dites-le plus tard, quand vous les connaîtrez mieux.',
    recovery:
      'Il est aussi scellé pour une clé de secours conservée hors ligne, afin de rester lisible si les examinateurs perdent leurs clés.',
    noRecovery:
      'Il n’y a pas de clé de secours : si tous les examinateurs destinataires perdent leur clé, plus personne ne pourra le lire.',
    files: 'Ajouter des fichiers',
    send: 'Sceller et envoyer',
    sendHint: 'Cela prend quelques secondes. Ensuite, douze mots s’affichent : ayez de quoi écrire.',
    wrong: {
      channel: 'Choisissez de quoi il s’agit.',
      narrative: 'Écrivez au moins quelques mots.',
      tooLong: 'C’est trop long pour un seul signalement. Raccourcissez, et envoyez le reste ensuite comme complément.',
      exclusions: 'Il ne resterait personne pour l’ouvrir. Gardez au moins un examinateur.',
      asked: 'Indiquez si quelqu’un doit être écarté.',
    },
  },
  exclude: {
    title: 'Quelqu’un ici ne doit-il pas le voir ?',
    choose: 'Choisissez d’abord un sujet. Vous pourrez ensuite écarter des examinateurs de ce sujet.',
    text: 'Ces examinateurs travaillent sur ce sujet. Cochez toute personne qui ne doit pas pouvoir ouvrir votre signalement : quelqu’un que vous connaissez, quelqu’un qu’il concerne, quelqu’un en qui vous n’avez pas confiance. Il ne sera pas scellé pour elle. Le serveur n’apprend pas qui vous avez écarté ; les examinateurs qui l’ouvrent l’apprennent.',
    legend: 'Écarter',
    some: (many) => plural('fr', many, { one: '# examinateur est écarté', other: '# examinateurs sont écartés' }),
    again: 'Avez-vous écarté quelqu’un la première fois ?',
    againText:
      'Aucune réponse ne permet à cette page de le savoir. Veuillez le redire, pour qu’aucune personne écartée ne puisse lire ceci.',
    nobody: 'Personne ne doit être écarté',
    somebody: 'Écarter quelqu’un',
  },
  sending: {
    title: 'Votre signalement est en cours de scellement',
    followUpTitle: 'Votre complément est en cours de scellement',
    lede: 'Gardez cette page ouverte. Cela prend quelques secondes.',
    steps: {
      sealing: 'Scellement dans ce navigateur',
      working: 'Un court calcul qui tient à l’écart les envois en masse',
      sending: 'Envoi',
    },
    done: 'terminé',
    now: 'en cours',
    waiting: 'Le portail ne répond pas encore. Nouvel essai automatique ; rien n’arrive deux fois.',
  },
  failed: {
    title: 'L’envoi n’a pas eu lieu',
    kept: 'Votre texte est toujours là.',
    again: 'Réessayer',
  },
  sent: {
    title: 'C’est arrivé, scellé',
    lede: 'Le portail l’a attesté par sa signature. Ces douze mots sont votre seul moyen de revenir, de lire les réponses et de compléter. Ce sont des mots anglais ; vous n’avez pas besoin de les comprendre, recopiez-les lettre par lettre.',
    words: 'Vos douze mots',
    wordsHint: 'Notez-les sur papier, dans cet ordre. Ils ne sont montrés que maintenant.',
    copy: 'Copier',
    copied: 'Copié. D’autres programmes peuvent lire ce qui est copié ; effacez-le ensuite.',
    copyFailed: 'Le navigateur n’a pas permis la copie. Notez les mots à la main.',
    print: 'Imprimer',
    printHint: 'Les navigateurs impriment l’adresse de la page au bord de la feuille. Découpez-la.',
    loss: 'Personne ne peut les retrouver',
    lossText:
      'Si vous les perdez, votre signalement sera lu quand même, mais vous ne verrez pas les réponses. Si quelqu’un les trouve avec cette adresse, il peut lire les réponses et écrire à votre place.',
    receipt: 'Afficher le reçu',
    receiptText:
      'La signature par laquelle le portail atteste avoir pris votre signalement. Avec elle, chacun pourra vérifier plus tard qu’il n’a pas été supprimé. Elle prouve aussi que celui qui la détient a fait un signalement : ne la gardez pas sur un appareil que d’autres peuvent fouiller. Vous n’en avez pas besoin pour revenir.',
    written: 'Je les ai notés',
    never: 'Je ne reviendrai pas',
  },
  confirm: {
    title: 'Deux mots, pour être sûr',
    lede: 'Regardez ce que vous avez noté et tapez ces deux mots.',
    word: (number) => `Mot ${number}`,
    wrong: 'Ce n’est pas ce mot. Regardez votre papier, ou affichez les mots encore une fois.',
    check: 'Vérifier',
    show: 'Afficher les mots de nouveau',
  },
  done: {
    title: 'C’est terminé',
    kept: 'Vos mots sont justes. Revenez avec eux dans quelques jours : les réponses sont publiées à heures fixes et restent environ un mois.',
    notKept:
      'Votre signalement sera lu. Il ne sera pas possible d’y répondre ni pour vous de voir ce qui vous est écrit.',
    now: 'Maintenant',
    points: [
      'Fermez cette page avec « Quitter cette page ». L’historique de votre navigateur montre encore qu’elle a été visitée ; Tor Browser l’oublie quand vous le fermez.',
      'Gardez le papier là où personne ne regarde, et loin de cette adresse.',
      'Ne dites à personne que vous avez fait un signalement, même à vos proches, sauf si vous y êtes obligé.',
    ],
    pointsNotKept: [
      'Fermez cette page avec « Quitter cette page ». L’historique de votre navigateur montre encore qu’elle a été visitée ; Tor Browser l’oublie quand vous le fermez.',
      'Ne dites à personne que vous avez fait un signalement, même à vos proches, sauf si vous y êtes obligé.',
    ],
    another: 'Aller à la première page',
  },
  comeBack: {
    title: 'Revenir',
    lede: 'Tapez vos douze mots. Ils restent dans ce navigateur : rien n’est envoyé pour vous chercher.',
    words: 'Vos douze mots',
    wordsHint: 'Majuscules et espaces n’ont pas d’importance. Les quatre premières lettres de chaque mot suffisent.',
    counted: (words) => plural('fr', words, { one: '# mot sur 12', other: '# mots sur 12' }),
    show: 'Lire les réponses',
    missing: 'Tapez les douze mots.',
    tooMany: 'Il y a plus de douze mots.',
    reading: 'Recherche dans tout ce qui a été publié…',
    readingHint:
      'Cette page a chargé toutes les réponses scellées, destinées à tous, comme à chaque visite, et essaie maintenant les vôtres.',
  },
  replies: {
    nothing: 'Pas encore de réponse',
    title: (letters) => plural('fr', letters, { one: 'Une réponse', other: '# réponses' }),
    none: 'Rien de ce que vos mots ouvrent n’est publié pour le moment. Les réponses sont publiées à heures fixes, quelques fois par jour, et restent environ un mois. Si votre signalement est récent, revenez dans quelques jours.',
    from: (handle) => `De ${handle}`,
    number: (number) => `message ${number}`,
    missing: (handle, number) =>
      `Le message ${number} de ${handle} n’est pas là. Il est peut-être trop ancien pour être encore publié, ou a été retenu. Redemandez-le si c’est important.`,
    unsound: (many) =>
      plural('fr', many, {
        one: '# élément vous était adressé, mais n’était pas signé par un examinateur de ce portail. Il n’est pas montré.',
        other:
          '# éléments vous étaient adressés, mais n’étaient pas signés par un examinateur de ce portail. Ils ne sont pas montrés.',
      }),
    state: 'Où en est-on',
    states: {
      received: 'Reçu',
      acknowledged: 'Pris en compte',
      assessing: 'En cours d’examen',
      'in-progress': 'En cours de traitement',
      referred: 'Transmis à quelqu’un qui peut agir',
      closed: 'Clos',
    },
    statesAbout: {
      received: 'Il est chez les examinateurs.',
      acknowledged: 'Un examinateur l’a lu et va s’en occuper.',
      assessing: 'Ils vérifient ce qui peut l’être.',
      'in-progress': 'Ils y donnent suite.',
      referred: 'Les personnes compétentes ont été informées, sans vous nommer.',
      closed: 'Leur travail est terminé. Vous pouvez encore écrire.',
    },
    answer: 'Répondre ou compléter',
    answerHint:
      'C’est scellé comme votre premier signalement et le rejoint. Le serveur ne peut pas savoir que les deux vont ensemble.',
    channel: 'Sur quel sujet portait votre signalement ?',
    channelHint: 'Choisissez le même que la première fois, pour que les mêmes examinateurs puissent l’ouvrir.',
    send: 'Sceller et envoyer',
    leave: 'Oublier les mots et aller à la première page',
    sent: 'Votre message est arrivé, scellé',
    sentText: 'Vos douze mots restent les mêmes. Revenez avec eux pour lire la réponse.',
    another: 'Écrire un autre message',
  },
  refused: {
    bug: 'Quelque chose ne fonctionne plus dans cette page. Réessayez, ou rechargez la page.',
    malformed: 'Cela n’a pas été compris. Rechargez la page et renvoyez.',
    'too-large': 'C’est plus grand que ce que le portail accepte. Raccourcissez et renvoyez.',
    'wrong-size': 'Cela n’a pas une des tailles fixes. Rechargez la page et renvoyez.',
    'not-sealed': 'Ce n’était pas scellé comme convenu et n’a donc pas été accepté. Rien n’a été conservé.',
    'wrong-grants': 'Ce n’était pas scellé comme convenu et n’a donc pas été accepté. Rien n’a été conservé.',
    'unknown-channel': 'Ce sujet n’existe plus. Choisissez-en un autre.',
    'uploads-off': 'Les fichiers ne peuvent pas être acceptés en ce moment. Envoyez le texte sans eux.',
    'no-work': 'Le court calcul manque ou est insuffisant. Renvoyez.',
    'roster-changed': 'La liste des examinateurs vient de changer. Renvoyez, pour que ce soit scellé pour eux.',
    'roster-expired':
      'La liste des examinateurs a expiré ; aucun signalement n’est accepté pour l’instant. Réessayez dans un jour.',
    'body-known': 'Une copie a été modifiée en route. Renvoyez ; tout est scellé à neuf.',
    'upload-unknown': 'Le portail n’a plus ce fichier. Choisissez-le à nouveau.',
    'upload-known': 'Ce fichier avait été annoncé avec une autre taille. Choisissez-le à nouveau.',
    'upload-full': 'Le portail a déjà autant de morceaux de ce fichier qu’annoncé. Choisissez-le à nouveau.',
    'upload-incomplete': 'Un fichier n’est pas arrivé en entier. Envoyez ce qui manque, puis le texte.',
    'chunk-damaged': 'Un morceau d’un fichier a été endommagé en route. Renvoyez-le.',
    'uploads-busy':
      'Le portail n’accepte plus de fichiers aujourd’hui. Envoyez le texte sans eux maintenant, ou les fichiers demain.',
    'file-too-large': 'Un fichier dépasse 2 Gio, le maximum possible. Choisissez-en un plus petit.',
    'file-changed': 'Un fichier a changé pendant sa lecture, ou ne peut pas être lu. Choisissez-le à nouveau.',
    'file-damaged': 'Un fichier n’est pas celui qui a été envoyé. Il n’est pas montré.',
    'too-many-files':
      'Il y a trop de fichiers pour un seul signalement. Laissez-en de côté et envoyez-les comme complément.',
    stopped: 'Arrêté, comme vous l’avez demandé.',
    'try-again':
      'Le portail est occupé ou injoignable. Attendez un peu et réessayez ; rien n’est enregistré deux fois.',
    'wrong-passphrase': 'Ce ne sont pas les douze mots d’une phrase secrète. Cherchez un mot mal tapé.',
    'bad-signature': 'Une signature ne correspond pas à ce qu’elle signe. Ne vous y fiez pas.',
    'fat-certificate': 'La liste des examinateurs enfreint ses propres règles. N’envoyez rien.',
    'unsuitable-key': 'La liste des examinateurs contient une clé inutilisable ici. N’envoyez rien.',
    'roster-untrusted': 'La liste des examinateurs n’est pas signée par assez de garants. N’envoyez rien.',
    'roster-rolled-back': 'Une ancienne liste d’examinateurs a été servie. N’envoyez rien.',
    'roster-foreign': 'La liste des examinateurs appartient à un autre portail. N’envoyez rien.',
    'roster-unsound': 'La liste des examinateurs enfreint ses propres règles. N’envoyez rien.',
    'bad-receipt': 'Le portail a répondu sans reçu valable. Gardez votre texte et réessayez plus tard.',
    'cannot-open': 'Vos mots n’ouvrent pas ceci.',
    'bad-reply': 'Une réponse s’est ouverte, mais ce n’est pas ce qu’un examinateur de ce portail enverrait.',
    'no-web-crypto':
      'Ce navigateur n’a pas ce qu’il faut pour sceller un signalement. Utilisez Tor Browser ou un autre navigateur récent.',
  },
}

/** The pages to read, in French. */
export const readingFr: Reading = {
  safely: {
    title: 'Signaler en sécurité',
    lede: 'Prenez quelques minutes avant d’écrire. La plupart des personnes découvertes ne l’ont pas été par des serrures brisées, mais par l’endroit, le moment et le contenu de ce qu’elles ont écrit.',
    sections: [
      {
        title: 'Avant de commencer',
        points: [
          'Utilisez un appareil qui n’est qu’à vous. Ni l’ordinateur ni le téléphone de votre employeur.',
          'Utilisez un réseau que personne de votre travail ne surveille. Pas celui du bureau, ni celui de la maison si quelqu’un là-bas ne doit rien savoir.',
          'Tor Browser cache à votre réseau la page que vous visitez. Procurez-vous-le sur torproject.org, avant d’en avoir besoin, et réglez son niveau sur « Plus sûr ».',
          'Dans certains pays, utiliser Tor attire l’attention. Le réseau de quelqu’un d’autre, par exemple d’une bibliothèque, peut alors être le meilleur choix.',
          'Ne nous cherchez pas dans un moteur de recherche depuis votre travail, et n’envoyez cette adresse à personne.',
        ],
      },
      {
        title: 'Pendant que vous écrivez',
        points: [
          'Choisissez un moment calme, pas juste après la réunion ou la livraison dont vous parlez.',
          'Omettez ce que vous seul pouvez savoir. Vous pourrez le dire plus tard.',
          'Écrivez des phrases courtes et simples. Un style personnel se reconnaît.',
          'Ne prenez pas de documents pour nous. Ne faites rien de dangereux ni d’illégal pour en apprendre plus. Dites ce que vous savez déjà.',
          'Un document peut porter le nom de celui qui l’a imprimé ou ouvert. Dans le doute, décrivez ce qu’il dit.',
          'Écartez du cercle tout examinateur que vous connaissez ou en qui vous n’avez pas confiance.',
        ],
      },
      {
        title: 'Après',
        points: [
          'Gardez les douze mots sur papier, là où personne ne regarde, loin de cette adresse.',
          'Ne revenez que depuis un endroit sûr, et pas plus souvent qu’il ne faut.',
          'Comportez-vous comme avant. N’interrogez pas vos collègues et n’y faites pas allusion.',
          'N’en parlez à personne, sauf à un avocat si vous en avez besoin.',
        ],
      },
      {
        title: 'Si vous êtes en danger',
        text: 'Ce portail est lent : votre signalement est lu après des jours, pas des minutes, et personne ne peut venir vous aider. Si vous êtes en danger maintenant, partez d’abord, et tournez-vous vers quelqu’un de proche qui peut vous protéger.',
      },
    ],
  },
  how: {
    title: 'Ce qui se passe ensuite',
    lede: 'Un signalement est scellé là où il est écrit et ouvert là où il est lu. Entre les deux, un serveur transporte des enveloppes fermées.',
    sections: [
      {
        title: 'Quand vous écrivez',
        steps: [
          'Votre navigateur charge une liste signée d’examinateurs et vérifie les signatures. Elles viennent de garants, qui choisissent les examinateurs et ne peuvent pas lire les signalements. Un garant seul ne peut rien changer à la liste.',
          'Vous choisissez un sujet. Votre navigateur prend certains de ses examinateurs, sans ceux que vous écartez, et scelle votre texte pour leurs clés. Chaque enveloppe a le même nombre de serrures, dont certaines n’ouvrent à personne : le serveur ne peut pas savoir qui peut l’ouvrir.',
          'L’enveloppe est remplie jusqu’à l’une de trois tailles. Sa longueur ne dit pas combien vous avez écrit.',
          'Le portail répond par un reçu signé, que votre navigateur vérifie. Si votre signalement était supprimé ou modifié plus tard, cette signature le montrerait.',
          'Vous voyez douze mots. Ils sont créés dans votre navigateur, jamais envoyés, et sont le seul moyen de revenir.',
        ],
      },
      {
        title: 'Quand il est lu',
        points: [
          'Les examinateurs voient ce que vous avez écrit, le sujet, le jour d’arrivée, qui vous avez écarté, et un nom inventé sous lequel ils regroupent vos messages.',
          'Ils ne voient ni adresse, ni appareil, ni heure, parce que le portail ne les a pas.',
          'Ils s’efforcent de le confirmer sous sept jours, et de vous dire sous trois mois ce qu’il en est. Ce sont les délais fixés par le droit européen.',
        ],
      },
      {
        title: 'Quand vous revenez',
        text: 'Les réponses sont scellées elles aussi. Elles sont découpées en morceaux de même taille, mêlées à des morceaux qui ne veulent rien dire, et publiées pour tous quelques fois par jour. Le navigateur de chaque visiteur les charge toutes, et le vôtre essaie vos douze mots sur chacune. Le serveur ne peut donc pas distinguer une personne qui revient d’une personne qui vient pour la première fois. Ce que vous ajoutez est une enveloppe de plus, comme les autres.',
      },
      {
        title: 'Si votre navigateur n’exécute pas de scripts',
        text: 'Cette page ne peut alors rien sceller, et le portail n’accepte rien qui ne soit pas scellé. Nous ne proposons pas de le faire sur le serveur : il pourrait alors le lire. Dans Tor Browser, le niveau « Plus sûr » suffit.',
      },
    ],
  },
  limits: {
    title: 'Ce dont nous ne pouvons pas vous protéger',
    lede: 'Le scellement protège ce que vous écrivez en chemin et là où c’est conservé. Il ne vous protège pas de tout ce qui l’entoure. Lisez ceci avant de décider.',
    sections: [
      {
        title: 'L’appareil devant vous',
        points: [
          'Quiconque contrôle votre ordinateur ou votre téléphone, par exemple votre employeur, peut voir ce que vous tapez avant que ce soit scellé.',
          'L’historique de votre navigateur montre que cette page a été ouverte. Utilisez Tor Browser ou une fenêtre privée, et fermez-la ensuite. Une fenêtre privée ne cache rien à votre réseau.',
          'Le bouton « Quitter cette page » fait partir vite. Il n’efface pas l’historique.',
        ],
      },
      {
        title: 'Votre réseau',
        points: [
          'Celui qui gère votre réseau peut voir que vous avez visité cette adresse, et quand, sauf avec Tor Browser. Il ne voit pas ce que vous avez envoyé.',
          'Avec Tor Browser, il peut encore voir que vous utilisez Tor.',
        ],
      },
      {
        title: 'Ce que vous écrivez',
        points: [
          'Un fait connu de deux personnes seulement désigne deux personnes. Les examinateurs sont choisis avec soin, mais ce sont des êtres humains.',
          'Les examinateurs qui ouvrent votre signalement apprennent qui vous avez écarté. Ceux que vous avez écartés ne l’apprennent pas de nous.',
        ],
      },
      {
        title: 'Cette page elle-même',
        points: [
          'À la première visite, vous faites confiance à ce serveur pour vous donner la vraie page. Un serveur dont on aurait pris le contrôle pourrait vous en donner une autre. Les fichiers de cette page sont publiés pour que d’autres puissent les comparer, mais votre navigateur ne le fait pas à votre place.',
          'Celui qui gère le serveur sait combien d’enveloppes arrivent en un jour, sur quel sujet, et dans laquelle de trois tailles. L’entreprise dont il utilise les machines peut connaître la seconde d’arrivée.',
        ],
      },
      {
        title: 'Après',
        points: [
          'Quiconque trouve vos douze mots et connaît cette adresse peut lire les réponses et écrire en votre nom.',
          'Un reçu prouve que celui qui le détient a fait un signalement. N’en gardez pas là où d’autres peuvent fouiller.',
          'Un examinateur qui a pu lire votre signalement garde ce qu’il a lu, même s’il quitte la liste plus tard.',
          'Nous ne pouvons pas promettre que quelque chose sera fait. Si vous revenez, vous saurez où en est l’affaire.',
        ],
      },
    ],
  },
  elsewhere: {
    title: 'Où signaler ailleurs',
    lede: 'Ce portail est une voie parmi d’autres, et pas toujours la meilleure. Les autres ne sont pas à nous : la plupart apprennent qui vous êtes si vous ne l’empêchez pas. Ceci n’est pas un conseil juridique.',
    sections: [
      {
        title: 'Dans votre organisation',
        text: 'Beaucoup d’entreprises et d’universités ont un responsable du contrôle des exportations ou de la conformité, et une voie de signalement. C’est souvent la plus rapide, si vous êtes sûr qu’elle ne fait pas partie du problème.',
      },
      {
        title: 'Autorités',
        points: [
          'Partout : l’autorité qui délivre les licences d’exportation, la douane et la police.',
          'Union européenne : chaque État membre a des autorités qui doivent recevoir les signalements et protéger leurs auteurs (directive (UE) 2019/1937). La Commission européenne a son propre outil pour signaler les violations de sanctions.',
          'États-Unis : le Bureau of Industry and Security reçoit les signalements sur les exportations. FinCEN reçoit ceux sur les sanctions et l’argent, et peut verser des récompenses.',
          'Royaume-Uni : la douane (HMRC) pour les exportations, l’Office of Financial Sanctions Implementation pour les sanctions.',
        ],
      },
      {
        title: 'Qui peut vous conseiller',
        points: [
          'Un avocat. Dans la plupart des pays, il n’a pas le droit de répéter ce que vous lui dites.',
          'Les organisations qui aident les lanceurs d’alerte. Beaucoup conseillent gratuitement, avant que vous ne décidiez.',
        ],
      },
      {
        title: 'Rendre public',
        text: 'La loi protège moins souvent ceux qui s’adressent à la presse que ceux qui s’adressent à une autorité. Quand elle le fait, elle demande en général d’avoir d’abord essayé une autre voie, ou que le danger soit grand et proche. Demandez à quelqu’un qui connaît le droit de votre pays.',
      },
    ],
  },
  signs: {
    title: 'Les signes à repérer',
    lede: 'Ce qu’ont appris à remarquer ceux qui luttent contre les acquisitions illicites. Un signe seul ne prouve rien, et la plupart ont une explication innocente, notée dessous. Plusieurs ensemble méritent un signalement. La liste n’existe pour l’instant qu’en anglais.',
    note: 'La même liste pour les programmes :',
    innocent: 'Explication innocente',
    sources: 'D’après',
    categories: {
      party: 'Acheteurs et entreprises',
      product: 'Biens',
      'end-use': 'À quoi cela sert',
      route: 'Trajets et papiers',
      maritime: 'Navires',
      finance: 'Argent',
      network: 'Réseaux',
      academia: 'Universités et recherche',
    },
  },
}
