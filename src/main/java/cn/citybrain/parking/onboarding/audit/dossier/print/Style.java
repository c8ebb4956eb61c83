package cn.citybrain.parking.onboarding.audit.dossier.print;

/**
 * How a line of text looks.
 *
 * @param size in points
 * @param leading from one line to the next, in points
 */
record Style(float size, float leading, Tone tone, boolean bold) {

    static final Style TITLE = new Style(24, 34, Tone.INK, true);
    static final Style CHAPTER = new Style(15, 22, Tone.ACCENT, true);
    static final Style SECTION = new Style(11, 17, Tone.INK, true);
    static final Style BODY = new Style(9, 13.5f, Tone.INK, false);
    static final Style NOTE = new Style(8, 12, Tone.SOFT, false);
    static final Style LABEL = new Style(9, 13.5f, Tone.SOFT, false);
    static final Style CELL = new Style(8, 11.5f, Tone.INK, false);
    static final Style HEAD = new Style(8, 11.5f, Tone.INK, true);
    static final Style FOOT = new Style(7.5f, 10, Tone.SOFT, false);

    Style of(Tone other) {
        return new Style(size, leading, other, bold);
    }

    Style sized(float other) {
        return new Style(other, other * leading / size, tone, bold);
    }

    /** From the top of the line to the line that the letters stand on. */
    float rise() {
        return (leading - size) / 2 + size * 0.86f;
    }
}
