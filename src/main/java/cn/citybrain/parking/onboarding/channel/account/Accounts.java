package cn.citybrain.parking.onboarding.channel.account;

/** Opening a merchant's account at a channel. The rules of every operation are {@code ChannelAdapter}'s. */
public interface Accounts {

    /** Sends the application, papers included. Submitting the same number again after a refusal replaces it. */
    SubmitResult submit(MerchantApplication application);

    /**
     * Asks how far the channel is with an application.
     *
     * @throws UnknownApplication if the channel says that it has none with this number
     */
    ReviewResult review(String applicationNo);

    /**
     * Whether an account has signed what the channel needs to deduct.
     *
     * @param account as the merchant knows it (Alipay: login or PID)
     */
    SignState signState(String account);

    /** Tells the channel that an application is given up. */
    Withdrawal withdraw(String applicationNo);
}
