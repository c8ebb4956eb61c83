package cn.citybrain.parking.onboarding.application;

/** Somebody saved the draft in between. */
public class StaleDraft extends RuntimeException {

    public StaleDraft() {
        super("草稿已在别处被修改，请刷新页面后再保存");
    }
}
