package cn.citybrain.parking.onboarding.masterdata;

/** There is no such company, lot or vendor. The message says so, in Chinese. */
public class NotKnown extends RuntimeException {

    public NotKnown(String message) {
        super(message);
    }
}
