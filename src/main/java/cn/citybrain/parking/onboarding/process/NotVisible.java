package cn.citybrain.parking.onboarding.process;

/** Not there, or not for this person: the answer is the same. */
class NotVisible extends RuntimeException {

    NotVisible() {
        super("没有找到，或者您无权查看");
    }
}
