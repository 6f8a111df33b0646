/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.provenance.c2pa;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * X.509 certificates (RFC 5280) for a laboratory without an authority of its own:
 * a root that is handed out as an anchor, and a signer's certificate below it, as
 * C2PA does not allow signers to vouch for themselves (C2PA 2.2, 14.5.1).
 */
final class CertificateMaker {

	/** Ed25519 signatures are short, and the same for the same content. */
	private static final String ALGORITHM = "Ed25519";

	private static final String ED25519 = "1.3.101.112";

	/** As long as people keep recordings and no longer than UTCTime reaches. */
	private static final int YEARS = 20;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
		"yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

	/** A key and the chain of its certificate. */
	record Made(PrivateKey key, List<X509Certificate> chain) {}

	private CertificateMaker() {}

	/**
	 * @param name whom the certificates name
	 * @return a new key and its chain: the signer's certificate and its root's
	 */
	static Made make(final String name) throws GeneralSecurityException {
		final var generator = KeyPairGenerator.getInstance(ALGORITHM);
		final KeyPair root = generator.generateKeyPair();
		final KeyPair signer = generator.generateKeyPair();
		final String rootName = name + " (root)";
		final X509Certificate anchor = certificate(rootName, root.getPublic(),
			rootName, root, true);
		final X509Certificate own = certificate(name, signer.getPublic(), rootName,
			root, false);
		// The root's key ends here: nobody can sign another signer with it.
		return new Made(signer.getPrivate(), List.of(own, anchor));
	}

	private static X509Certificate certificate(final String subject,
		final PublicKey key, final String issuer, final KeyPair root,
		final boolean authority) throws GeneralSecurityException
	{
		final byte[] algorithm = Der.write(Der.SEQUENCE, Der.oid(ED25519));
		final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		// A clock that is a little behind elsewhere must not refuse it.
		final Instant from = now.minus(1, ChronoUnit.HOURS);
		final Instant to = now.plus(YEARS * 365L, ChronoUnit.DAYS);
		final byte[] validity = Der.write(Der.SEQUENCE, Der.text(0x17, TIME.format(
			from)), Der.text(0x17, TIME.format(to)));
		final byte[] tbs = Der.write(Der.SEQUENCE, Der.write(0xa0, Der.write(
			Der.INTEGER, new byte[] { 2 })), Der.write(Der.INTEGER, new BigInteger(119,
				new SecureRandom()).setBit(119).toByteArray()), algorithm, name(issuer),
			validity, name(subject), key.getEncoded(), Der.write(0xa3, Der.write(
				Der.SEQUENCE, extensions(key, root.getPublic(), authority))));
		final byte[] signature = sign(root.getPrivate(), tbs);
		final byte[] whole = Der.write(Der.SEQUENCE, tbs, algorithm, Der.write(
			Der.BIT_STRING, new byte[1], signature));
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(whole));
	}

	private static byte[] sign(final PrivateKey key, final byte[] bytes)
		throws GeneralSecurityException
	{
		final var signature = Signature.getInstance(ALGORITHM);
		signature.initSign(key);
		signature.update(bytes);
		return signature.sign();
	}

	private static byte[] name(final String text) {
		return Der.write(Der.SEQUENCE, attribute("2.5.4.10", "Janus"), attribute(
			"2.5.4.3", text));
	}

	private static byte[] attribute(final String type, final String text) {
		return Der.write(Der.SET, Der.write(Der.SEQUENCE, Der.oid(type), Der.text(
			Der.UTF8, text)));
	}

	/** What C2PA asks of a certificate (C2PA 2.2, 14.5.1). */
	private static byte[] extensions(final PublicKey own, final PublicKey issuer,
		final boolean authority) throws GeneralSecurityException
	{
		final byte[] constraint = authority ? Der.write(Der.SEQUENCE, Der.write(1,
			new byte[] { -1 })) : Der.write(Der.SEQUENCE);
		// Bits of key usage: keyCertSign is the sixth, digitalSignature the first.
		final byte[] usage = Der.write(Der.BIT_STRING, authority ? new byte[] { 2,
			4 } : new byte[] { 7, (byte) 0x80 });
		final byte[] basic = extension("2.5.29.19", true, constraint);
		final byte[] uses = extension("2.5.29.15", true, usage);
		final byte[] subject = extension("2.5.29.14", false, Der.write(
			Der.OCTET_STRING, identifier(own)));
		final byte[] authorityKey = extension("2.5.29.35", false, Der.write(
			Der.SEQUENCE, Der.write(0x80, identifier(issuer))));
		if (authority) return concat(basic, uses, subject, authorityKey);
		final byte[] purpose = extension("2.5.29.37", false, Der.write(Der.SEQUENCE,
			Der.oid("1.3.6.1.5.5.7.3.4")));
		return concat(basic, uses, subject, authorityKey, purpose);
	}

	private static byte[] extension(final String id, final boolean critical,
		final byte[] value)
	{
		final byte[] wrapped = Der.write(Der.OCTET_STRING, value);
		return critical ? Der.write(Der.SEQUENCE, Der.oid(id), Der.write(1,
			new byte[] { -1 }), wrapped) : Der.write(Der.SEQUENCE, Der.oid(id),
				wrapped);
	}

	/** RFC 5280, 4.2.1.2: 160 bits of a hash of the key. */
	private static byte[] identifier(final PublicKey key)
		throws GeneralSecurityException
	{
		return java.util.Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(
			key.getEncoded()), 20);
	}

	private static byte[] concat(final byte[]... parts) {
		final var out = new java.io.ByteArrayOutputStream();
		for (final byte[] part : parts) out.writeBytes(part);
		return out.toByteArray();
	}
}
