package cn.citybrain.parking.onboarding.board.workbench;

/** Which page of a list is asked for, within bounds. */
record Turn(int page, int size) {

    private static final int MOST = 100;

    static Turn of(int page, int size) {
        return new Turn(Math.max(1, Math.min(page, 1_000_000)), Math.max(1, Math.min(size, MOST)));
    }

    /** What is looked for, null if nothing is. */
    static String text(String typed) {
        String text = typed.strip().replace("\0", "");
        return text.isEmpty() ? null : text;
    }
}
