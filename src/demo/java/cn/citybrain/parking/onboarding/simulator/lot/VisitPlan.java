package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Duration;
import java.time.Instant;

/** What a whole visit will look like to the platform. Starts out flawless; {@link SpoiledRecord} spoils it. */
final class VisitPlan {

    /** Long enough for the demo's minimum stay, short enough that the entry is still reported in time. */
    static final Duration STAY = Duration.ofMinutes(3);

    final String plateNo;
    final int plateColor;
    final Instant now;

    String exitPlateNo;
    Instant enteredAt;
    Instant leftAt;
    Instant billedAt;
    int amount;
    int exitFee;
    int paidType;
    int payStatus;
    boolean entry = true;
    boolean exit = true;
    boolean entryPhoto = true;
    boolean exitPhoto = true;
    boolean entryAfterExit;
    boolean billedTwice;

    VisitPlan(String plateNo, int plateColor, int amount, Instant now) {
        this.plateNo = plateNo;
        this.plateColor = plateColor;
        this.now = now;
        this.exitPlateNo = plateNo;
        this.enteredAt = now.minus(STAY);
        this.leftAt = now;
        this.billedAt = now;
        this.amount = amount;
        this.exitFee = amount;
    }

    void fee(int fen) {
        amount = fen;
        exitFee = fen;
    }
}
