package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The fonts of a document: each character is printed in the first that has it. */
final class Typefaces implements AutoCloseable {

    /** Stands for a character that no font has: the sign that Chinese typesetters put where a piece of type is missing. */
    static final int MISSING = '\u3013';

    private final List<Typeface> faces;

    Typefaces(PDDocument document) throws IOException {
        faces = List.of(
                Typeface.of(document, "DejaVuSansCondensed-Latin.ttf"),
                Typeface.of(document, "DroidSansFallback-Chinese.ttf"));
    }

    /** Characters that one font has. */
    record Run(Typeface face, String text) {}

    /** What can be printed of a text: line ends stay, tabs are blanks, what cannot be shown is {@link #MISSING}. */
    String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(character -> shown.appendCodePoint(shown(character)));
        return shown.toString();
    }

    private int shown(int character) {
        if (character == '\n' || character == '\r') {
            return '\n';
        }
        if (character == '\t' || Character.isSpaceChar(character)) {
            return character == '\u3000' ? character : ' ';
        }
        boolean seen = Character.getType(character) != Character.FORMAT && !Character.isISOControl(character);
        return seen && face(character) != null ? character : MISSING;
    }

    /** @param printable in one line */
    List<Run> runs(String printable) {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Typeface current = null;
        for (int character : printable.codePoints().toArray()) {
            Typeface face = face(character);
            if (face != current && text.length() > 0) {
                runs.add(new Run(current, text.toString()));
                text.setLength(0);
            }
            current = face;
            text.appendCodePoint(character);
        }
        if (text.length() > 0) {
            runs.add(new Run(current, text.toString()));
        }
        return runs;
    }

    /** In points. */
    float width(String printable, float size) throws IOException {
        float width = 0;
        for (int character : printable.codePoints().toArray()) {
            width += face(character).width(character);
        }
        return width * size;
    }

    private Typeface face(int character) {
        for (Typeface face : faces) {
            if (face.has(character)) {
                return face;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        for (Typeface face : faces) {
            face.close();
        }
    }
}
