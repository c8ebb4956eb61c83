package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import java.util.List;

/**
 * A paper and what a dossier has of it.
 *
 * @param names of the pictures of its pages, none where there are none
 * @param sha256 of the bytes as they came and are stored today, empty where there are none
 */
public record PaperFile(PaperOnRecord paper, List<String> names, String sha256, State state) {

    /** @param title Chinese */
    public enum State {
        HERE("在卷"),
        /** The stored bytes are others than those that were recorded. */
        CHANGED("在卷，但与记录的 SHA-256 不符"),
        /** The encryption says so. */
        TAMPERED("无法打开：存储的内容被改动"),
        /** From before pictures were made of papers, and none can be made. */
        UNREADABLE("无法转换成图片"),
        REMOVED("已到期清除");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Of its first page, or of all that there is; empty where there is none. */
    public String name() {
        return names.isEmpty() ? "" : names.get(0);
    }

    public boolean isHere() {
        return state == State.HERE || state == State.CHANGED;
    }
}
