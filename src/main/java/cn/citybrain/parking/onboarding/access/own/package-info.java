/**
 * 我的账号: what everybody sees and changes of their own account: the password, and where they are logged in. Knows accounts
 * and sessions.
 */
package cn.citybrain.parking.onboarding.access.own;
