/** Mail: written in the transaction of what it tells about, sent afterwards. */
package cn.citybrain.parking.onboarding.notification;
