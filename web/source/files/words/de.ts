import type { FileWords } from './en.ts'

export const de: FileWords = {
  title: 'Dateien',
  about: 'Fotos, Papiere, Aufnahmen: bis zu 64 Dateien von je höchstens 2 GiB. Keine ist nötig.',
  before: 'Bevor Sie auswählen',
  beforeText:
    'Dateien verraten mehr, als sie zeigen: welche Kamera, wo, wann und wer sie geschrieben hat. Jede wird in diesem Browser untersucht, und gesendet wird eine gereinigte Kopie, wenn Sie nichts anderes sagen. Die Reinigung ändert nicht, was zu sehen ist: Namen, Gesichter, Spiegelungen, Druckermarken und das feine Rauschen einer Kamera bleiben. Ihr System merkt sich vielleicht, welche Dateien Sie geöffnet haben.',
  choose: 'Dateien hinzufügen',
  looking: 'Wird untersucht…',
  remove: 'Entfernen',
  removeOne: (name) => `${name} entfernen`,
  found: 'Sie würde verraten',
  foundNothing: 'Außer dem, was sie zeigt, wurde nichts gefunden.',
  stays: 'Eine gereinigte Kopie enthält noch',
  staysText:
    'Das kann die Reinigung nicht entfernen. Öffnen Sie die Datei in ihrem eigenen Programm, wenn es weg muss.',
  cannot: 'Diese Datei kann hier nicht gereinigt werden',
  why: {
    format: 'Diese Seite kann diese Art von Datei nicht reinigen. Sie ginge mit allem hinaus, was sie verrät.',
    damaged:
      'Sie ist beschädigt oder nicht das, was ihr Name sagt. Sie ginge so hinaus, wie sie ist, mit allem, was sie verrät.',
    locked:
      'Sie ist durch ein Passwort oder von ihrem Ersteller geschützt. Sie ginge so hinaus, wie sie ist, mit allem, was sie verrät.',
    large:
      'Sie ist zu groß, um in einem Browser zerlegt zu werden. Sie ginge so hinaus, wie sie ist, mit allem, was sie verrät.',
  },
  asItIs: 'So senden, wie sie ist',
  decide: 'Sagen Sie, was mit jeder Datei geschehen soll, die nicht gereinigt werden kann.',
  versions: 'Was soll gesendet werden?',
  cleaned: 'Eine gereinigte Kopie',
  cleanedAbout:
    'Ohne das, was oben steht. Der Fingerabdruck Ihres Originals wird vermerkt, damit Sie später zeigen können, dass beide zusammengehören.',
  original: 'Das Original, als Beweis',
  originalAbout: 'Unverändert, mit allem, was es über Sie verrät.',
  both: 'Beides',
  bothAbout: 'Die gereinigte Kopie zum Weitergeben, das Original für alle, die es prüfen.',
  keepName: 'Den Namen behalten; sonst bekommt sie eine Nummer',
  kinds: {
    jpeg: 'JPEG-Bild',
    png: 'PNG-Bild',
    webp: 'WebP-Bild',
    gif: 'GIF-Bild',
    heif: 'HEIC- oder AVIF-Bild',
    tiff: 'TIFF- oder Rohbild',
    pdf: 'PDF',
    office: 'Office-Dokument',
    'open-document': 'OpenDocument',
    'old-office': 'Office-Dokument der alten Art',
    film: 'Film oder Aufnahme',
    mp3: 'MP3-Aufnahme',
    wav: 'WAV-Aufnahme',
    flac: 'FLAC-Aufnahme',
    matroska: 'Matroska- oder WebM-Film',
    ogg: 'Ogg-Aufnahme',
    text: 'Reiner Text',
    zip: 'Archiv',
    unknown: 'Unbekannte Art',
  },
  betrays: {
    place: 'wo sie entstanden ist',
    camera: 'die Kamera oder das Telefon',
    serial: 'eine Seriennummer',
    person: 'Namen von Personen',
    time: 'Zeiten',
    program: 'das Programm, mit dem sie entstanden ist',
    path: 'wo sie auf einem Rechner lag',
    words: 'Titel und Bemerkungen',
    thumbnail: 'ein kleines früheres Bild davon',
    credentials: 'einen signierten Nachweis ihrer Entstehung (Content Credentials)',
    history: 'frühere Fassungen oder Schritte der Bearbeitung',
    changes: 'verfolgte Änderungen mit dem, was gestrichen wurde',
    comments: 'Kommentare',
    sensors: 'Messwerte von Sensoren, etwa Ort und Bewegung',
    profile: 'ein Farbprofil, das einen Bildschirm oder ein Gerät nennen kann',
    hidden: 'etwas, das darin oder dahinter verborgen ist',
    attached: 'enthaltene Dateien, die nicht untersucht werden',
    signature: 'eine digitale Signatur mit einem Namen',
    other: 'Notizen eines Programms',
  },
  refused: {
    empty: (name) => `${name} ist leer; es gibt nichts zu senden.`,
    large: (name) => `${name} ist größer als 2 GiB. Teilen Sie die Datei oder lassen Sie sie weg.`,
    many: 'Eine Nachricht nimmt höchstens 64 Dateien. Senden Sie die übrigen mit einer zweiten Nachricht.',
    unreadable:
      'Sie konnte nicht gelesen werden: Sie wurde geändert, ist verschwunden oder ist ein Ordner. Entfernen Sie sie und wählen Sie sie neu aus.',
  },
  sending: {
    title: 'Ihre Dateien werden gesendet',
    hint: 'Lassen Sie diese Seite offen. Reißt die Verbindung ab, geht es von selbst weiter. Schließen Sie die Seite, muss neu begonnen werden.',
    sent: (sent, total) => `${sent} von ${total}`,
    left: (minutes) =>
      minutes < 1
        ? 'noch weniger als eine Minute'
        : minutes === 1
          ? 'noch etwa eine Minute'
          : `noch etwa ${minutes} Minuten`,
    cleaning: 'Gereinigte Kopien werden gemacht…',
    waiting: 'Das Portal antwortet gerade nicht. Es wird von selbst wieder versucht; nichts geht verloren.',
    paused: 'Angehalten.',
    pause: 'Anhalten',
    resume: 'Weiter',
    stop: 'Abbrechen und zurück',
  },
}
