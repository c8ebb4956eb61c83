package cn.citybrain.parking.onboarding.deduction.vehicle;

/** Another worker is telling the channel of this visit: nothing is charged before it is through. */
public final class VisitBeingTold extends RuntimeException {

    VisitBeingTold(long visitId) {
        super("the channel is being told of visit " + visitId + " by another worker");
    }
}
