import type { Reading, Words } from './en.ts'
import { plural } from './plural.ts'

/** Everything in German. */
export const de: Words = {
  language: 'de',
  path: 'de',
  dir: 'ltr',
  name: 'Safehand',
  frame: {
    skip: 'Zum Inhalt',
    exit: 'Seite verlassen',
    exitHint: 'Führt sofort auf eine leere Seite',
    reading: 'Mehr lesen',
    languages: 'Sprachen',
    desk: 'Für Prüfer',
  },
  home: {
    title: 'Sagen Sie vertraulich, was Sie gesehen haben',
    lede: 'Für Hinweise auf Güter und Wissen, die vielleicht auf dem Weg in ein Waffenprogramm sind. Was Sie schreiben, wird in diesem Browser versiegelt. Der Server, der es befördert, kann es nicht lesen und fragt nicht, wer Sie sind.',
    tell: 'Etwas melden',
    tellAbout: 'Etwa fünf Minuten. Kein Konto, keine E-Mail-Adresse, keine Fragen, die Sie beantworten müssen.',
    comeBack: 'Wiederkommen',
    comeBackAbout:
      'Lesen Sie, was Prüfer Ihnen geschrieben haben, und ergänzen Sie Ihre Meldung – mit Ihren zwölf Wörtern.',
    before: 'Bevor Sie beginnen',
    beforePoints: [
      'Benutzen Sie ein Gerät und ein Netz, die Ihrem Arbeitgeber nicht gehören und die er nicht überwacht.',
      'Mit dem Tor Browser erfährt Ihr Netz nicht, dass Sie hier waren. Ein gewöhnlicher Browser leistet das nicht.',
      'Wenn Sie jetzt in Gefahr sind, ist dies nicht der schnellste Weg zu Hilfe.',
      '„Seite verlassen“ führt sofort auf eine leere Seite. Dreimal Escape drücken bewirkt dasselbe.',
    ],
    beforeMore: 'Lesen Sie, wovor wir Sie nicht schützen können',
    promises: [
      {
        title: 'Versiegelt, bevor es abgeht',
        text: 'Nur Prüfer, die für Ihr Thema ausgewählt sind, haben einen Schlüssel. Sie können jeden auslassen, dem Sie nicht trauen.',
      },
      {
        title: 'Nichts bleibt auf Ihrem Gerät',
        text: 'Keine Cookies, keine gespeicherten Entwürfe, keine Adressen im Verlauf außer dieser einen Seite.',
      },
      {
        title: 'Ein Rückweg, den nur Sie kennen',
        text: 'Zwölf Wörter, einmal gezeigt, bringen Sie von jedem Gerät zurück, um Antworten zu lesen und zu erwidern.',
      },
    ],
    noScript:
      'Ihr Browser führt auf dieser Seite keine Skripte aus und kann hier deshalb nichts versiegeln; was nicht versiegelt ist, nehmen wir nicht an. Lesen können Sie alles. Um etwas zu senden, erlauben Sie Skripte nur für diese Website (im Tor Browser genügt die Stufe „Sicherer“).',
    runBy: (organisation) =>
      `Dieses Portal wird von ${organisation} betrieben. Die Liste der Prüfer ist unterschrieben; die Unterschriften wurden gerade geprüft.`,
  },
  trouble: {
    title: 'Das geht im Moment nicht',
    again: 'Noch einmal versuchen',
    broken:
      'Ein Teil dieser Seite konnte nicht geladen werden. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    noWebCrypto:
      'Dieser Browser kann auf dieser Seite nichts versiegeln. Ihm fehlt die nötige Verschlüsselung, oder die Seite wurde nicht über eine sichere Verbindung geöffnet. Benutzen Sie eine aktuelle Version von Tor Browser, Firefox oder Chrome und achten Sie darauf, dass die Adresse mit https:// beginnt oder auf .onion endet.',
    closed:
      'Die unterschriebene Liste der Prüfer ist abgelaufen; vorerst werden keine Meldungen angenommen. Antworten können Sie weiterhin lesen. Versuchen Sie es in einem Tag wieder.',
  },
  waiting: {
    title: 'Einen Moment',
    portal: 'Die Liste der Prüfer wird geladen, ihre Unterschriften werden geprüft …',
  },
  channels: {
    names: {
      electronics: 'Elektronik',
      'machine-tools': 'Werkzeugmaschinen',
      nuclear: 'Kerntechnik',
      'chem-bio': 'Chemie und Biologie',
      missiles: 'Raketen und Drohnen',
      shipping: 'Transport',
      finance: 'Geld',
      research: 'Forschung',
      'this-portal': 'Dieses Portal',
    },
    about: {
      electronics: 'Chips, Sensoren, Funk- und Messgeräte, Leiterplatten',
      'machine-tools': 'Fräs- und Drehmaschinen, Messmaschinen, Pressen, Öfen',
      nuclear: 'Anreicherung, Reaktoren, Sondermetalle, Strahlung, Zentrifugenteile',
      'chem-bio': 'Vorprodukte, Kampfstoffe, emaillierte Behälter, Fermenter, Kulturen',
      missiles: 'Triebwerke, Lenkung, Kreisel, Verbundstoffe, Drohnen und ihre Teile',
      shipping: 'Seltsame Wege, geänderte Papiere, Umladung, Spediteure, Tarnadressen',
      finance: 'Zahlungen von Fremden, Briefkastenfirmen, Akkreditive, Versicherung',
      research: 'Besucher, Abschlussarbeiten, gemeinsame Projekte, gelehrtes oder mitgenommenes Wissen',
      'this-portal': 'Etwas stimmt nicht mit diesem Portal, seinen Prüfern oder dem Umgang mit Meldungen',
    },
  },
  tell: {
    title: 'Etwas melden',
    lede: 'Schreiben Sie, wie Sie es jemandem erzählen würden, dem Sie vertrauen. Alles bleibt auf dieser Seite, bis Sie den letzten Knopf drücken.',
    channel: 'Worum geht es?',
    channelHint: 'Danach richtet sich, welche Prüfer es öffnen können. Im Zweifel nehmen Sie das Nächstliegende.',
    story: 'Was ist geschehen?',
    storyHint:
      'Was bestellt, gebaut, gelehrt oder verschickt wurde und warum es Ihnen falsch vorkommt. Namen, Nummern und Papiere helfen. Ein paar Worte genügen für den Anfang; später können Sie ergänzen.',
    prompts: 'Ein paar hilfreiche Fragen',
    promptsHint: 'Beantworten Sie, was Sie möchten. Jede darf leer bleiben.',
    questions: [
      { id: 'where', label: 'Wo?', hint: 'Ein Land, ein Hafen, eine Firma, eine Adresse' },
      { id: 'when', label: 'Wann?', hint: 'Ein Tag, ein Monat, „seit dem Frühjahr“; vor oder nach was' },
      {
        id: 'how-known',
        label: 'Woher wissen Sie es?',
        hint: 'Selbst gesehen, in einem Papier gelesen, von jemandem gehört. Lassen Sie weg, was auf Sie zeigen würde',
      },
    ],
    careful: 'Vorsicht mit dem, was nur Sie wissen können',
    carefulText:
      'Eine Einzelheit, die zwei Menschen kennen, zeigt auf zwei Menschen, so gut sie auch versiegelt ist. Prüfer werden sie lesen. Lassen Sie sie weg, oder sagen Sie sie später, wenn Sie sie besser kennen.',
    recovery:
      'Es wird auch für einen Notschlüssel versiegelt, der offline verwahrt wird, damit es lesbar bleibt, falls die Prüfer ihre Schlüssel verlieren.',
    noRecovery:
      'Es gibt keinen Notschlüssel: Verlieren alle Prüfer, für die es versiegelt ist, ihren Schlüssel, kann niemand es mehr lesen.',
    files: 'Dateien hinzufügen',
    send: 'Versiegeln und senden',
    sendHint: 'Das dauert ein paar Sekunden. Danach sehen Sie zwölf Wörter: Legen Sie etwas zum Schreiben bereit.',
    wrong: {
      channel: 'Wählen Sie, worum es geht.',
      narrative: 'Schreiben Sie wenigstens ein paar Worte.',
      tooLong: 'Das ist länger, als eine Meldung sein kann. Kürzen Sie und senden Sie den Rest danach als Ergänzung.',
      exclusions: 'Niemand bliebe übrig, der es öffnen kann. Lassen Sie mindestens einen Prüfer zu.',
      asked: 'Sagen Sie, ob jemand ausgelassen werden muss.',
    },
  },
  exclude: {
    title: 'Soll jemand hier das nicht sehen?',
    choose: 'Wählen Sie zuerst ein Thema. Dann können Sie Prüfer dieses Themas auslassen.',
    text: 'Diese Prüfer arbeiten an diesem Thema. Kreuzen Sie an, wer Ihre Meldung nicht öffnen darf: jemand, den Sie kennen, jemand, um den es geht, jemand, dem Sie nicht trauen. Für diese Person wird dann nicht versiegelt. Der Server erfährt nicht, wen Sie auslassen; die Prüfer, die es öffnen, schon.',
    legend: 'Auslassen',
    some: (many) => plural('de', many, { one: '# Prüfer ist ausgelassen', other: '# Prüfer sind ausgelassen' }),
    again: 'Haben Sie beim ersten Mal jemanden ausgelassen?',
    againText:
      'Es wurde keine Antwort gefunden, aus der diese Seite es wüsste. Bitte sagen Sie es noch einmal, damit niemand es liest, den Sie ausgelassen haben.',
    nobody: 'Niemand muss ausgelassen werden',
    somebody: 'Jemanden auslassen',
  },
  sending: {
    title: 'Ihre Meldung wird versiegelt',
    followUpTitle: 'Ihre Ergänzung wird versiegelt',
    lede: 'Bitte lassen Sie diese Seite offen. Es dauert ein paar Sekunden.',
    steps: {
      sealing: 'Versiegeln in diesem Browser',
      working: 'Eine kurze Rechnung, die Massen von Unsinn fernhält',
      sending: 'Senden',
    },
    done: 'fertig',
    now: 'läuft',
    waiting: 'Das Portal antwortet noch nicht. Es wird von selbst wieder versucht; nichts kommt doppelt an.',
  },
  failed: {
    title: 'Es wurde nicht gesendet',
    kept: 'Ihr Text ist noch hier.',
    again: 'Noch einmal versuchen',
  },
  sent: {
    title: 'Es ist angekommen, versiegelt',
    lede: 'Das Portal hat den Empfang unterschrieben. Nur mit diesen zwölf Wörtern können Sie zurückkommen, Antworten lesen und etwas ergänzen. Es sind englische Wörter; Sie müssen sie nicht verstehen, schreiben Sie sie Buchstabe für Buchstabe ab.',
    words: 'Ihre zwölf Wörter',
    wordsHint: 'Schreiben Sie sie in dieser Reihenfolge auf Papier. Sie werden nur jetzt gezeigt.',
    copy: 'Kopieren',
    copied: 'Kopiert. Andere Programme können Kopiertes lesen; löschen Sie es danach.',
    copyFailed: 'Der Browser hat das Kopieren nicht erlaubt. Schreiben Sie die Wörter von Hand auf.',
    print: 'Drucken',
    printHint: 'Browser drucken die Adresse der Seite an den Rand des Blattes. Schneiden Sie sie ab.',
    loss: 'Niemand kann sie wiederherstellen',
    lossText:
      'Verlieren Sie sie, wird Ihre Meldung trotzdem gelesen, aber Sie sehen keine Antworten. Findet sie jemand zusammen mit dieser Adresse, kann er die Antworten lesen und in Ihrem Namen schreiben.',
    receipt: 'Quittung zeigen',
    receiptText:
      'Die Unterschrift des Portals, dass es Ihre Meldung angenommen hat. Damit kann später jeder prüfen, dass sie nicht verschwunden ist. Sie beweist auch, dass ihr Besitzer etwas gemeldet hat; bewahren Sie sie nicht auf einem Gerät auf, das andere durchsuchen könnten. Zum Wiederkommen brauchen Sie sie nicht.',
    written: 'Ich habe sie aufgeschrieben',
    never: 'Ich komme nicht wieder',
  },
  confirm: {
    title: 'Zwei Wörter zur Sicherheit',
    lede: 'Schauen Sie auf das, was Sie aufgeschrieben haben, und tippen Sie diese beiden.',
    word: (number) => `Wort ${number}`,
    wrong: 'Das ist nicht dieses Wort. Schauen Sie auf Ihr Papier, oder lassen Sie die Wörter noch einmal zeigen.',
    check: 'Prüfen',
    show: 'Die Wörter noch einmal zeigen',
  },
  done: {
    title: 'Sie sind fertig',
    kept: 'Ihre Wörter stimmen. Kommen Sie in ein paar Tagen damit wieder: Neue Antworten werden zu festen Zeiten ausgelegt und bleiben etwa einen Monat.',
    notKept:
      'Ihre Meldung wird gelesen. Man kann Ihnen nicht antworten, und Sie können nicht sehen, was Ihnen geschrieben wird.',
    now: 'Jetzt',
    points: [
      'Schließen Sie diese Seite mit „Seite verlassen“. Im Verlauf Ihres Browsers steht weiterhin, dass sie besucht wurde; der Tor Browser vergisst es beim Schließen.',
      'Bewahren Sie das Papier auf, wo niemand nachsieht, und nicht zusammen mit dieser Adresse.',
      'Sprechen Sie mit niemandem darüber, dass Sie etwas gemeldet haben, auch nicht mit Vertrauten, außer Sie müssen.',
    ],
    pointsNotKept: [
      'Schließen Sie diese Seite mit „Seite verlassen“. Im Verlauf Ihres Browsers steht weiterhin, dass sie besucht wurde; der Tor Browser vergisst es beim Schließen.',
      'Sprechen Sie mit niemandem darüber, dass Sie etwas gemeldet haben, auch nicht mit Vertrauten, außer Sie müssen.',
    ],
    another: 'Zur ersten Seite',
  },
  comeBack: {
    title: 'Wiederkommen',
    lede: 'Tippen Sie Ihre zwölf Wörter. Sie bleiben in diesem Browser: Nichts wird gesendet, um nach Ihnen zu suchen.',
    words: 'Ihre zwölf Wörter',
    wordsHint: 'Großbuchstaben und Leerzeichen spielen keine Rolle. Die ersten vier Buchstaben jedes Wortes genügen.',
    counted: (words) => plural('de', words, { one: '# Wort von 12', other: '# Wörter von 12' }),
    show: 'Antworten lesen',
    missing: 'Tippen Sie alle zwölf Wörter.',
    tooMany: 'Das sind mehr als zwölf Wörter.',
    reading: 'Alles, was ausliegt, wird durchgesehen …',
    readingHint:
      'Diese Seite hat wie bei jedem Besuch alle versiegelten Antworten an alle geladen und probiert nun Ihre Wörter daran.',
  },
  replies: {
    nothing: 'Noch keine Antwort',
    title: (letters) => plural('de', letters, { one: 'Eine Antwort', other: '# Antworten' }),
    none: 'Im Moment liegt nichts aus, was Ihre Wörter öffnen. Antworten werden ein paar Mal am Tag zu festen Zeiten ausgelegt und bleiben etwa einen Monat. Ist Ihre Meldung neu, kommen Sie in einigen Tagen wieder.',
    from: (handle) => `Von ${handle}`,
    number: (number) => `Nachricht ${number}`,
    missing: (handle, number) =>
      `Nachricht ${number} von ${handle} ist nicht hier. Sie ist vielleicht zu alt, um noch auszuliegen, oder wurde zurückgehalten. Fragen Sie noch einmal danach, wenn sie wichtig ist.`,
    unsound: (many) =>
      plural('de', many, {
        one: '# Stück war an Sie gerichtet, aber nicht von einem Prüfer dieses Portals unterschrieben. Es wird nicht gezeigt.',
        other:
          '# Stücke waren an Sie gerichtet, aber nicht von einem Prüfer dieses Portals unterschrieben. Sie werden nicht gezeigt.',
      }),
    state: 'Stand der Dinge',
    states: {
      received: 'Eingegangen',
      acknowledged: 'Bestätigt',
      assessing: 'Wird geprüft',
      'in-progress': 'In Arbeit',
      referred: 'Weitergegeben an jemanden, der handeln kann',
      closed: 'Abgeschlossen',
    },
    statesAbout: {
      received: 'Sie liegt bei den Prüfern.',
      acknowledged: 'Ein Prüfer hat sie gelesen und wird daran arbeiten.',
      assessing: 'Sie prüfen, was sich prüfen lässt.',
      'in-progress': 'Sie gehen der Sache nach.',
      referred: 'Die zuständigen Stellen wurden verständigt, ohne Sie zu nennen.',
      closed: 'Ihre Arbeit daran ist beendet. Sie können weiterhin schreiben.',
    },
    answer: 'Antworten oder etwas ergänzen',
    answerHint:
      'Es wird versiegelt wie Ihre erste Meldung und kommt zu ihr. Der Server kann nicht erkennen, dass beide zusammengehören.',
    channel: 'Um welches Thema ging es in Ihrer Meldung?',
    channelHint: 'Wählen Sie dasselbe wie beim ersten Mal, damit dieselben Prüfer es öffnen können.',
    send: 'Versiegeln und senden',
    leave: 'Die Wörter vergessen und zur ersten Seite',
    sent: 'Ihre Nachricht ist angekommen, versiegelt',
    sentText: 'Ihre zwölf Wörter bleiben dieselben. Kommen Sie damit wieder, um die Antwort zu lesen.',
    another: 'Noch eine Nachricht schreiben',
  },
  refused: {
    bug: 'Etwas auf dieser Seite ist kaputtgegangen. Versuchen Sie es noch einmal, oder laden Sie die Seite neu.',
    malformed: 'Das wurde nicht verstanden. Laden Sie die Seite neu und senden Sie es noch einmal.',
    'too-large': 'Das ist größer, als das Portal annimmt. Kürzen Sie es und senden Sie es noch einmal.',
    'wrong-size': 'Das hat keine der festen Größen. Laden Sie die Seite neu und senden Sie es noch einmal.',
    'not-sealed': 'Es war nicht wie vereinbart versiegelt und wurde nicht angenommen. Nichts wurde gespeichert.',
    'wrong-grants': 'Es war nicht wie vereinbart versiegelt und wurde nicht angenommen. Nichts wurde gespeichert.',
    'unknown-channel': 'Dieses Thema gibt es nicht mehr. Wählen Sie ein anderes.',
    'uploads-off': 'Dateien können zurzeit nicht angenommen werden. Senden Sie den Text ohne sie.',
    'no-work': 'Die kurze Rechnung fehlt oder ist zu klein. Senden Sie es noch einmal.',
    'roster-changed':
      'Die Liste der Prüfer hat sich gerade geändert. Senden Sie es noch einmal, damit es für sie versiegelt wird.',
    'roster-expired':
      'Die Liste der Prüfer ist abgelaufen; vorerst werden keine Meldungen angenommen. Versuchen Sie es in einem Tag wieder.',
    'body-known': 'Eine Kopie wurde unterwegs verändert. Senden Sie es noch einmal; es wird neu versiegelt.',
    'upload-unknown': 'Das Portal hat diese Datei nicht mehr. Wählen Sie sie noch einmal.',
    'upload-known': 'Diese Datei war mit einer anderen Größe angekündigt. Wählen Sie sie noch einmal.',
    'upload-full': 'Das Portal hat schon so viele Stücke dieser Datei wie angekündigt. Wählen Sie sie noch einmal.',
    'upload-incomplete': 'Eine Datei ist nicht vollständig angekommen. Senden Sie, was fehlt, dann den Text.',
    'chunk-damaged': 'Ein Stück einer Datei wurde unterwegs beschädigt. Senden Sie es noch einmal.',
    'uploads-busy':
      'Das Portal nimmt heute keine Dateien mehr an. Senden Sie jetzt den Text ohne sie, oder die Dateien morgen.',
    'file-too-large': 'Eine Datei ist größer als 2 GiB; mehr ist nicht möglich. Wählen Sie eine kleinere.',
    'file-changed': 'Eine Datei hat sich beim Lesen geändert oder ist nicht lesbar. Wählen Sie sie noch einmal.',
    'file-damaged': 'Eine Datei ist nicht die, die gesendet wurde. Sie wird nicht gezeigt.',
    'too-many-files':
      'Das sind mehr Dateien, als eine Meldung fasst. Lassen Sie einige weg und senden Sie sie als Ergänzung.',
    stopped: 'Angehalten, wie Sie es wollten.',
    'try-again':
      'Das Portal ist beschäftigt oder nicht erreichbar. Warten Sie ein wenig und versuchen Sie es wieder; nichts wird doppelt gespeichert.',
    'wrong-passphrase': 'Das sind nicht die zwölf Wörter. Suchen Sie nach einem Tippfehler.',
    'bad-signature': 'Eine Unterschrift passt nicht zu dem, was sie unterschreibt. Vertrauen Sie dem nicht.',
    'fat-certificate': 'Die Liste der Prüfer bricht ihre eigenen Regeln. Senden Sie nichts.',
    'unsuitable-key': 'Auf der Liste der Prüfer steht ein Schlüssel, der hier nicht taugt. Senden Sie nichts.',
    'roster-untrusted': 'Die Liste der Prüfer ist nicht von genügend Bürgen unterschrieben. Senden Sie nichts.',
    'roster-rolled-back': 'Es wurde eine alte Liste der Prüfer geliefert. Senden Sie nichts.',
    'roster-foreign': 'Die Liste der Prüfer gehört zu einem anderen Portal. Senden Sie nichts.',
    'roster-unsound': 'Die Liste der Prüfer bricht ihre eigenen Regeln. Senden Sie nichts.',
    'bad-receipt':
      'Das Portal hat ohne gültige Quittung geantwortet. Behalten Sie Ihren Text und versuchen Sie es später.',
    'cannot-open': 'Ihre Wörter öffnen das nicht.',
    'bad-reply': 'Eine Antwort ließ sich öffnen, ist aber nicht das, was ein Prüfer dieses Portals senden würde.',
    'no-web-crypto':
      'Diesem Browser fehlt, was zum Versiegeln nötig ist. Benutzen Sie den Tor Browser oder einen anderen aktuellen Browser.',
  },
}

/** The pages to read, in German. */
export const readingDe: Reading = {
  safely: {
    title: 'Sicher melden',
    lede: 'Nehmen Sie sich ein paar Minuten, bevor Sie schreiben. Die meisten, die entdeckt wurden, verriet kein gebrochenes Schloss, sondern wo, wann und was sie schrieben.',
    sections: [
      {
        title: 'Bevor Sie beginnen',
        points: [
          'Benutzen Sie ein Gerät, das nur Ihnen gehört. Nicht den Computer oder das Telefon Ihres Arbeitgebers.',
          'Benutzen Sie ein Netz, das niemand von Ihrer Arbeit überwacht. Nicht das am Arbeitsplatz, und nicht das zu Hause, wenn dort jemand nichts wissen darf.',
          'Der Tor Browser verbirgt vor Ihrem Netz, welche Seite Sie besuchen. Holen Sie ihn von torproject.org, bevor Sie ihn brauchen, und stellen Sie die Stufe „Sicherer“ ein.',
          'In manchen Ländern fällt auf, wer Tor benutzt. Dann ist ein fremdes Netz, etwa in einer Bibliothek, vielleicht die bessere Wahl.',
          'Suchen Sie uns nicht von der Arbeit aus in einer Suchmaschine, und schicken Sie diese Adresse niemandem.',
        ],
      },
      {
        title: 'Während Sie schreiben',
        points: [
          'Wählen Sie eine ruhige Zeit, nicht gleich nach der Besprechung oder Lieferung, um die es geht.',
          'Lassen Sie weg, was nur Sie wissen können. Sie können es später sagen.',
          'Schreiben Sie kurze, einfache Sätze. Ein eigener Stil lässt sich wiedererkennen.',
          'Nehmen Sie für uns keine Papiere mit. Tun Sie nichts Gefährliches oder Verbotenes, um mehr zu erfahren. Sagen Sie, was Sie schon wissen.',
          'Dokumente können den Namen dessen tragen, der sie gedruckt oder geöffnet hat. Im Zweifel beschreiben Sie, was darin steht.',
          'Lassen Sie jeden Prüfer aus, den Sie kennen oder dem Sie nicht trauen.',
        ],
      },
      {
        title: 'Danach',
        points: [
          'Bewahren Sie die zwölf Wörter auf Papier auf, wo niemand nachsieht, getrennt von dieser Adresse.',
          'Kommen Sie nur von einem sicheren Ort wieder, und nicht öfter als nötig.',
          'Verhalten Sie sich wie zuvor. Fragen Sie Kollegen nicht danach und machen Sie keine Andeutungen.',
          'Sprechen Sie mit niemandem darüber, außer mit einem Anwalt, wenn Sie einen brauchen.',
        ],
      },
      {
        title: 'Wenn Sie in Gefahr sind',
        text: 'Dieses Portal ist langsam: Ihre Meldung wird nach Tagen gelesen, nicht nach Minuten, und niemand kann kommen und helfen. Sind Sie jetzt in Gefahr, gehen Sie zuerst weg, und wenden Sie sich an jemanden in der Nähe, der Sie schützen kann.',
      },
    ],
  },
  how: {
    title: 'Was dann geschieht',
    lede: 'Eine Meldung wird dort versiegelt, wo sie geschrieben wird, und dort geöffnet, wo sie gelesen wird. Dazwischen steht ein Server, der verschlossene Umschläge befördert.',
    sections: [
      {
        title: 'Wenn Sie schreiben',
        steps: [
          'Ihr Browser lädt eine unterschriebene Liste der Prüfer und prüft die Unterschriften. Sie stammen von Bürgen, die die Prüfer auswählen und selbst keine Meldungen lesen können. Ein Bürge allein kann an der Liste nichts ändern.',
          'Sie wählen ein Thema. Ihr Browser nimmt einige seiner Prüfer, ohne die, die Sie auslassen, und versiegelt Ihren Text für ihre Schlüssel. Jeder Umschlag hat gleich viele Schlösser, von denen manche niemandem gehören; so weiß der Server nicht, wer ihn öffnen kann.',
          'Der Umschlag wird auf eine von drei Größen aufgefüllt. Seine Länge verrät nicht, wie viel Sie geschrieben haben.',
          'Das Portal antwortet mit einer unterschriebenen Quittung, und Ihr Browser prüft sie. Würde Ihre Meldung später gelöscht oder verändert, zeigte es diese Unterschrift.',
          'Sie sehen zwölf Wörter. Sie entstehen in Ihrem Browser, werden nie gesendet und sind der einzige Weg zurück.',
        ],
      },
      {
        title: 'Wenn sie gelesen wird',
        points: [
          'Prüfer sehen, was Sie geschrieben haben, das Thema, den Tag des Eingangs, wen Sie ausgelassen haben, und einen erfundenen Namen, unter dem sie Ihre Nachrichten zusammenhalten.',
          'Sie sehen keine Adresse, kein Gerät und keine Uhrzeit, weil das Portal sie nicht hat.',
          'Sie bemühen sich, den Eingang binnen sieben Tagen zu bestätigen und Ihnen binnen drei Monaten zu sagen, was daraus wurde. Diese Fristen setzt das europäische Recht.',
        ],
      },
      {
        title: 'Wenn Sie wiederkommen',
        text: 'Auch Antworten sind versiegelt. Sie werden in Stücke gleicher Größe geschnitten, mit Stücken ohne Bedeutung gemischt und ein paar Mal am Tag für alle ausgelegt. Der Browser jedes Besuchers lädt sie alle, und Ihrer probiert Ihre zwölf Wörter an jedem. So kann der Server nicht unterscheiden, wer wiederkommt und wer zum ersten Mal hier ist. Was Sie ergänzen, ist ein weiterer Umschlag wie jeder andere.',
      },
      {
        title: 'Wenn Ihr Browser keine Skripte ausführt',
        text: 'Dann kann diese Seite nichts versiegeln, und das Portal nimmt nichts Unversiegeltes an. Wir bieten nicht an, es auf dem Server zu tun: Dann könnte der Server es lesen. Im Tor Browser genügt die Stufe „Sicherer“.',
      },
    ],
  },
  limits: {
    title: 'Wovor wir Sie nicht schützen können',
    lede: 'Das Siegel schützt, was Sie schreiben, unterwegs und dort, wo es liegt. Es schützt Sie nicht vor allem darum herum. Bitte lesen Sie das, bevor Sie sich entscheiden.',
    sections: [
      {
        title: 'Das Gerät vor Ihnen',
        points: [
          'Wer Ihren Computer oder Ihr Telefon beherrscht, etwa Ihr Arbeitgeber, sieht, was Sie tippen, bevor es versiegelt ist.',
          'Im Verlauf Ihres Browsers steht, dass diese Seite geöffnet wurde. Benutzen Sie den Tor Browser oder ein privates Fenster und schließen Sie es danach. Ein privates Fenster verbirgt nichts vor Ihrem Netz.',
          'Der Knopf „Seite verlassen“ führt schnell weg. Er löscht den Verlauf nicht.',
        ],
      },
      {
        title: 'Ihr Netz',
        points: [
          'Wer Ihr Netz betreibt, sieht, dass und wann Sie diese Adresse besucht haben, außer Sie benutzen den Tor Browser. Was Sie gesendet haben, sieht er nicht.',
          'Auch mit dem Tor Browser sieht er, dass Sie Tor benutzen.',
        ],
      },
      {
        title: 'Was Sie schreiben',
        points: [
          'Eine Tatsache, die nur zwei Menschen kennen, zeigt auf zwei Menschen. Prüfer sind sorgfältig ausgewählt, aber sie sind Menschen.',
          'Die Prüfer, die Ihre Meldung öffnen, erfahren, wen Sie ausgelassen haben. Die Ausgelassenen erfahren es nicht von uns.',
        ],
      },
      {
        title: 'Diese Seite selbst',
        points: [
          'Beim ersten Besuch vertrauen Sie darauf, dass dieser Server Ihnen die echte Seite gegeben hat. Ein übernommener Server könnte Ihnen eine andere geben. Die Dateien dieser Seite sind veröffentlicht, damit andere sie vergleichen können; Ihr Browser tut das nicht für Sie.',
          'Wer den Server betreibt, weiß, wie viele Umschläge an einem Tag zu welchem Thema und in welcher von drei Größen ankommen. Die Firma, auf deren Maschinen er läuft, kann die Sekunde kennen, in der einer ankam.',
        ],
      },
      {
        title: 'Danach',
        points: [
          'Wer Ihre zwölf Wörter findet und diese Adresse kennt, kann die Antworten an Sie lesen und in Ihrem Namen schreiben.',
          'Eine Quittung beweist, dass ihr Besitzer etwas gemeldet hat. Bewahren Sie keine auf, wo andere suchen könnten.',
          'Ein Prüfer, der Ihre Meldung einmal lesen konnte, behält, was er gelesen hat, auch wenn er die Liste später verlässt.',
          'Wir können nicht versprechen, dass etwas geschieht. Wenn Sie wiederkommen, erfahren Sie, wie es steht.',
        ],
      },
    ],
  },
  elsewhere: {
    title: 'Wo Sie sonst melden können',
    lede: 'Dieses Portal ist ein Weg unter mehreren und nicht immer der beste. Die anderen gehören nicht uns: Die meisten erfahren, wer Sie sind, wenn Sie es nicht verhindern. Dies ist keine Rechtsberatung.',
    sections: [
      {
        title: 'In Ihrem Haus',
        text: 'Viele Firmen und Hochschulen haben jemanden für Exportkontrolle oder Compliance und eine Meldestelle. Das ist oft der schnellste Weg, wenn Sie darauf vertrauen können, dass sie nicht Teil des Problems ist.',
      },
      {
        title: 'Behörden',
        points: [
          'Überall: die Behörde, die Ausfuhren genehmigt, der Zoll und die Polizei.',
          'Europäische Union: In jedem Mitgliedstaat gibt es Behörden, die Meldungen annehmen und die Meldenden schützen müssen (Richtlinie (EU) 2019/1937). Die Europäische Kommission hat eine eigene Stelle für Hinweise auf gebrochene Sanktionen.',
          'Vereinigte Staaten: Das Bureau of Industry and Security nimmt Hinweise zu Ausfuhren an. FinCEN nimmt Hinweise zu Sanktionen und Geld an und kann Belohnungen zahlen.',
          'Vereinigtes Königreich: der Zoll (HMRC) für Ausfuhren, das Office of Financial Sanctions Implementation für Sanktionen.',
        ],
      },
      {
        title: 'Wer Sie beraten kann',
        points: [
          'Ein Anwalt. In den meisten Ländern darf er nicht weitersagen, was Sie ihm sagen.',
          'Organisationen, die Hinweisgebern helfen. Viele beraten kostenlos, bevor Sie sich entscheiden.',
        ],
      },
      {
        title: 'An die Öffentlichkeit gehen',
        text: 'Das Gesetz schützt seltener, wer zur Presse geht, als wer zu einer Behörde geht. Wo es schützt, verlangt es meist, dass Sie zuerst einen anderen Weg versucht haben oder dass die Gefahr groß und nah ist. Fragen Sie jemanden, der das Recht Ihres Landes kennt.',
      },
    ],
  },
  signs: {
    title: 'Woran man es erkennt',
    lede: 'Worauf zu achten gelernt hat, wer gegen verbotene Beschaffung arbeitet. Ein Zeichen allein beweist nichts, und für die meisten gibt es eine harmlose Erklärung; sie steht darunter. Mehrere zusammen sind eine Meldung wert. Die Liste gibt es bisher nur auf Englisch.',
    note: 'Dieselbe Liste für Programme:',
    innocent: 'Harmlose Erklärung',
    sources: 'Nach',
    categories: {
      party: 'Käufer und Firmen',
      product: 'Güter',
      'end-use': 'Wofür es ist',
      route: 'Wege und Papiere',
      maritime: 'Schiffe',
      finance: 'Geld',
      network: 'Netzwerke',
      academia: 'Hochschulen und Forschung',
    },
  },
}
