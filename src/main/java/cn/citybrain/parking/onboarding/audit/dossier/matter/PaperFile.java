package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;

/**
 * A paper and what a dossier has of it.
 *
 * @param name of its file, empty where there is none
 * @param sha256 of the bytes as they are stored today, empty where there are none
 */
public record PaperFile(PaperOnRecord paper, String name, String sha256, State state) {

    /** @param title Chinese */
    public enum State {
        HERE("在卷"),
        /** The stored bytes are others than those that were recorded. */
        CHANGED("在卷，但与记录的 SHA-256 不符"),
        /** The encryption says so. */
        TAMPERED("无法打开：存储的内容被改动"),
        REMOVED("已到期清除");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public boolean isHere() {
        return state == State.HERE || state == State.CHANGED;
    }
}
