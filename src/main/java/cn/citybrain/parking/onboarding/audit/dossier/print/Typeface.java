package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font of the jar as one document uses it: embedded with the characters that the document shows, and no others. */
final class Typeface implements AutoCloseable {

    private final TrueTypeFont outlines;
    private final CmapLookup glyphs;
    private final float unitsPerEm;
    private final PDFont font;

    private Typeface(PDDocument document, TrueTypeFont outlines) throws IOException {
        this.outlines = outlines;
        this.glyphs = outlines.getUnicodeCmapLookup();
        this.unitsPerEm = outlines.getUnitsPerEm();
        this.font = PDType0Font.load(document, outlines, true);
    }

    /** @param file below {@code fonts/} on the class path */
    static Typeface of(PDDocument document, String file) throws IOException {
        try (InputStream content = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            return new Typeface(document, new TTFParser().parse(new RandomAccessReadBuffer(content.readAllBytes())));
        }
    }

    PDFont font() {
        return font;
    }

    boolean has(int character) {
        return glyphs.getGlyphId(character) != 0;
    }

    /** In parts of the font's size. */
    float width(int character) throws IOException {
        return outlines.getAdvanceWidth(glyphs.getGlyphId(character)) / unitsPerEm;
    }

    @Override
    public void close() throws IOException {
        outlines.close();
    }
}
