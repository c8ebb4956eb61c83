package cn.citybrain.parking.onboarding.figures.overview;

/** Somebody without a role that has figures asks for some. */
class NotTheirs extends RuntimeException {

    NotTheirs() {
        super("您的角色没有总览");
    }
}
