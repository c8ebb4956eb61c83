package cn.citybrain.parking.onboarding.audit;

/** An auditor's question cannot be read: one of its fields says something impossible. */
public class Unclear extends RuntimeException {

    private final String field;

    /** @param message Chinese: names the field and what to do */
    public Unclear(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
