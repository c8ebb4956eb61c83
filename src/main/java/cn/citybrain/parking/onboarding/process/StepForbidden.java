package cn.citybrain.parking.onboarding.process;

/** This person sees it, but may not do this. Chinese message. */
public class StepForbidden extends RuntimeException {

    public StepForbidden(String message) {
        super(message);
    }
}
