package cn.citybrain.parking.onboarding.document;

/** A paper was there, and was removed because its time was over. */
public class PaperRemoved extends RuntimeException {

    PaperRemoved() {
        super("这份资料的保存期限已到，图片已按规则清除");
    }
}
