package cn.citybrain.parking.onboarding.audit.dossier.print;

/** The colours of a printed page; dark enough to be told apart when printed in black. */
enum Tone {
    INK(0x1F2937),
    SOFT(0x5B6472),
    RULE(0xC9CED6),
    SHADE(0xEEF1F5),
    ACCENT(0x1B4F8F),
    WHITE(0xFFFFFF),
    FAINT(0xB4BAC4),
    DONE(0x1F7A4D),
    DONE_FILL(0xE3F4EA),
    RUNNING(0x1B4F8F),
    RUNNING_FILL(0xDFEBFA),
    FAILED(0xB3261E),
    FAILED_FILL(0xFBE4E2),
    STOPPED(0x8A5A00),
    STOPPED_FILL(0xFBF0D9);

    private static final float FULL = 255f;

    private final int rgb;

    Tone(int rgb) {
        this.rgb = rgb;
    }

    float red() {
        return (rgb >> 16 & 0xFF) / FULL;
    }

    float green() {
        return (rgb >> 8 & 0xFF) / FULL;
    }

    float blue() {
        return (rgb & 0xFF) / FULL;
    }
}
