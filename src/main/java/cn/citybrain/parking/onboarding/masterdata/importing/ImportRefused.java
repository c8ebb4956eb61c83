package cn.citybrain.parking.onboarding.masterdata.importing;

import org.springframework.http.HttpStatus;

/** Nothing was imported. The message says in Chinese why, and what to do. */
class ImportRefused extends RuntimeException {

    private final HttpStatus status;

    private ImportRefused(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static ImportRefused notYours(String message) {
        return new ImportRefused(HttpStatus.FORBIDDEN, message);
    }

    static ImportRefused invalid(String message) {
        return new ImportRefused(HttpStatus.BAD_REQUEST, message);
    }

    static ImportRefused unknown() {
        return new ImportRefused(HttpStatus.NOT_FOUND, "没有这份导入，或者已超过 24 小时被清除。请重新上传");
    }

    static ImportRefused conflict(String message) {
        return new ImportRefused(HttpStatus.CONFLICT, message);
    }

    /** What was compared is no longer what is kept. */
    static ImportRefused moved() {
        return conflict("预览以后数据有了变化，没有导入。已按最新的数据重新比较，请核对后再导入");
    }
}
