package cn.citybrain.parking.onboarding.audit;

/** An auditor asks for what there is not. The message is Chinese and says what was looked for. */
public class NotOnRecord extends RuntimeException {
    public NotOnRecord(String message) {
        super(message);
    }
}
