package cn.citybrain.parking.onboarding.merchant;

/** A lot cannot be bound. The message names it and says why, in Chinese. */
public class BindingRefused extends RuntimeException {

    public BindingRefused(String message) {
        super(message);
    }
}
