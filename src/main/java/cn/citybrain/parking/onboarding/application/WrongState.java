package cn.citybrain.parking.onboarding.application;

/** The application is not in a state that allows this. The message says in Chinese what state it is in. */
public class WrongState extends IllegalStateException {

    public WrongState(String message) {
        super(message);
    }
}
