package cn.citybrain.parking.onboarding.faults;

import java.util.function.Predicate;

/**
 * A connection ends once something was seen on it.
 *
 * @param when judged after each piece that arrives, before it is passed on
 * @param loss what the other side still gets
 */
public record Cut(Predicate<Seen> when, Loss loss) {

    /** Who sent a piece. */
    public enum Way {
        TO_SERVER,
        TO_CLIENT
    }

    public enum Loss {
        /** The piece is not passed on. */
        PIECE,
        /** The first half of the piece is passed on. */
        HALF,
        /** The piece is passed on; the first answer to it is not. */
        ANSWER
    }

    /**
     * What passed in one direction of one connection.
     *
     * @param bytes since the connection was opened, the newest piece included
     * @param recent the end of it as ISO 8859-1, at most 16 KiB
     * @param piece the newest piece alone; what is written and flushed at once usually is one piece
     */
    public record Seen(Way way, long bytes, String recent, String piece) {}

    /** When a client's piece contains the words. */
    public static Cut atWords(String words, Loss loss) {
        return new Cut(seen -> seen.way() == Way.TO_SERVER && seen.piece().contains(words), loss);
    }

    /** The next piece that is sent that way. */
    public static Cut next(Way way, Loss loss) {
        return new Cut(seen -> seen.way() == way, loss);
    }

    /** In the piece that exceeds so many bytes in one direction. */
    public static Cut afterBytes(Way way, long bytes) {
        return new Cut(seen -> seen.way() == way && seen.bytes() > bytes, Loss.PIECE);
    }
}
