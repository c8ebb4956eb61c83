package cn.citybrain.parking.onboarding.document.picture;

/** A file cannot become pictures. The message says in Chinese why, and what to do. */
public final class Unreadable extends RuntimeException {

    public Unreadable(String message) {
        super(message);
    }

    static Unreadable damaged() {
        return new Unreadable("图片不完整或已损坏，无法打开。请重新拍照或重新导出后上传");
    }

    static Unreadable tooLarge(long width, long height) {
        return new Unreadable("图片尺寸 %d×%d 像素过大（最多 5000 万像素），请重新拍照或缩小后上传".formatted(width, height));
    }
}
