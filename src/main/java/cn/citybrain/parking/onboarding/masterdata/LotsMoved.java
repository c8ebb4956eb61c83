package cn.citybrain.parking.onboarding.masterdata;

import java.util.List;

/**
 * Lots have another vendor now. Published within the transaction that makes it so, for what runs at these lots.
 *
 * @param by user id of who chose so
 */
public record LotsMoved(List<Move> moves, String by) {

    public LotsMoved {
        moves = List.copyOf(moves);
    }

    /**
     * @param former group of the vendor before, empty if there was none
     * @param now group of the vendor now, empty if there is none
     */
    public record Move(String lotCode, String former, String now) {}
}
