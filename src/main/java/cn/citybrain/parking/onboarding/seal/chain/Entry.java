package cn.citybrain.parking.onboarding.seal.chain;

/**
 * The state of a row at some time.
 *
 * @param position within its block, from 1
 * @param layoutId which columns {@code state} is about
 * @param state hash of the row; {@link RowStates#GONE}: it is gone
 * @param link beginning of the running hash with this entry
 */
public record Entry(long block, int position, Kind kind, int layoutId, String key, String state, long link) {

    /** Where the state comes from. */
    public enum Kind {
        /** A transaction of a node told of it. */
        WRITTEN("W"),
        /** Found without a fact while it could still be of a version that told none. */
        BASELINE("B"),
        /** Told by a fact that no node wrote: refused, and kept as that. */
        REFUSED("X");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Kind of(String code) {
            return switch (code) {
                case "W" -> WRITTEN;
                case "B" -> BASELINE;
                default -> REFUSED;
            };
        }
    }

    public boolean isGone() {
        return state.equals(RowStates.GONE);
    }

    public boolean isAfter(Entry other) {
        return block != other.block ? block > other.block : position > other.position;
    }
}
