package cn.citybrain.parking.onboarding.process;

/** This person sees it, but may not do this. Chinese message. */
class StepForbidden extends RuntimeException {

    StepForbidden(String message) {
        super(message);
    }
}
