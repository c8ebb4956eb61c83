package cn.citybrain.parking.onboarding.document.apart;

/** Too many files are being read just now. */
public class ReadersBusy extends RuntimeException {

    public ReadersBusy() {
        super("现在上传的人较多，文件还没有处理。请稍等半分钟再上传");
    }
}
