package cn.citybrain.parking.onboarding.document.picture;

/**
 * A picture that was looked through and may be decoded.
 *
 * @param format as ImageIO calls it
 * @param bytes of the picture alone
 * @param index among the pictures of the file
 * @param turn how the camera was held
 */
record Source(String format, byte[] bytes, int index, Turn turn) {}
