package cn.citybrain.parking.onboarding.process;

/** Not there, or not for this person: the answer is the same. */
public class NotVisible extends RuntimeException {

    public NotVisible() {
        super("没有找到，或者您无权查看");
    }
}
