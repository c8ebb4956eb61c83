package cn.citybrain.parking.onboarding.parking;

/** An accessID or public key that cannot be registered. */
public class InvalidAccessKey extends RuntimeException {

    private final String field;

    public InvalidAccessKey(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The accessID is another vendor's: who has it reads its messages. */
    public static InvalidAccessKey taken() {
        return new InvalidAccessKey("accessId", "accessID（接入编号）已由其他单位的停车场使用，请换用本单位自己的 accessID。");
    }

    /** No length that the platform has a key of. */
    public static InvalidAccessKey length() {
        return new InvalidAccessKey("platformKeyBits", "平台公钥的长度只能选择 1024 位或 2048 位。");
    }

    /** Who has no accessID gets no messages either. */
    public static InvalidAccessKey none() {
        return new InvalidAccessKey("accessId", "请先登记停车场系统的 accessID 和公钥。");
    }

    /** {@code accessId}, {@code platformKeyBits} or {@code publicKey}; the message says in Chinese what is wrong with it. */
    public String field() {
        return field;
    }
}
