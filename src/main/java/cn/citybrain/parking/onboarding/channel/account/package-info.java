/**
 * The part of the port about an account: submitting an application, the channel's review, its signature. Values
 * and one interface; knows no engine and no database.
 */
@NamedInterface("account")
package cn.citybrain.parking.onboarding.channel.account;

import org.springframework.modulith.NamedInterface;
