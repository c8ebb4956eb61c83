package cn.citybrain.parking.onboarding.document.apart;

import java.time.Duration;

/** Too many files are being read just now, or one of this person's took all the time that there was. */
public class ReadersBusy extends RuntimeException {

    private static final Duration CROWD = Duration.ofSeconds(30);

    private final long seconds;

    public ReadersBusy() {
        super("现在上传的人较多，文件还没有处理。请稍等半分钟再上传");
        this.seconds = CROWD.toSeconds();
    }

    ReadersBusy(Duration pause) {
        super("您刚才有一个文件过于复杂，没有读完。为了不影响别人，请过 %d 秒再上传".formatted(pause.toSeconds() + 1));
        this.seconds = pause.toSeconds() + 1;
    }

    /** After which it is worth another try. */
    public long seconds() {
        return seconds;
    }
}
