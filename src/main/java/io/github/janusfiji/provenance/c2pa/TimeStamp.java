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

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Time stamps of other authorities (RFC 3161) in signatures. */
final class TimeStamp {

	private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
	private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";

	/** Identifiers of digests (NIST's arc 2.16.840.1.101.3.4.2). */
	private static final Map<String, String> DIGESTS = Map.of(
		"2.16.840.1.101.3.4.2.1", "SHA-256", "2.16.840.1.101.3.4.2.2", "SHA-384",
		"2.16.840.1.101.3.4.2.3", "SHA-512", "1.3.14.3.2.26", "SHA-1");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
		"yyyyMMddHHmmss");

	private TimeStamp() {}

	/**
	 * @param token a time stamp, or a server's answer around one
	 * @param stamped what it should be of
	 * @return when that was there
	 * @throws ManifestException if it is of something else, or not well signed
	 */
	static Instant verify(final byte[] token, final byte[] stamped)
		throws ManifestException
	{
		Der content = Der.parse(token);
		// A TimeStampResp begins with a status, a ContentInfo with a type.
		if (content.child(0).tag() == Der.SEQUENCE) content = content.child(1);
		if (!content.child(0).oid().equals(SIGNED_DATA)) throw malformed();
		final Der signed = content.child(1).child(0);
		final Der encapsulated = signed.child(2);
		final byte[] info = encapsulated.child(1).child(0).value();
		final Der statement = Der.parse(info);
		final Der imprint = statement.child(2);
		try {
			final var digest = MessageDigest.getInstance(digest(imprint.child(0)));
			if (!Arrays.equals(digest.digest(stamped), imprint.child(1).value()))
				throw mismatch();
			if (!wellSigned(signed, info)) throw mismatch();
		}
		catch (final GeneralSecurityException e) {
			throw malformed();
		}
		return time(statement.child(4).text());
	}

	private static Instant time(final String text) throws ManifestException {
		try {
			return LocalDateTime.parse(text.substring(0, 14), TIME).toInstant(
				ZoneOffset.UTC);
		}
		catch (final DateTimeParseException | IndexOutOfBoundsException e) {
			throw malformed();
		}
	}

	private static String digest(final Der algorithm)
		throws ManifestException
	{
		final String name = DIGESTS.get(algorithm.child(0).oid());
		if (name == null) throw malformed();
		return name;
	}

	private static boolean wellSigned(final Der signed, final byte[] info)
		throws ManifestException, GeneralSecurityException
	{
		final List<Der> parts = signed.children();
		final var certificates = new ArrayList<X509Certificate>();
		for (final Der part : parts) if (part.tag() == 0xa0) for (final Der one : part
			.children()) if (one.tag() == Der.SEQUENCE) certificates.add(certificate(
				one));
		final Der signer = parts.get(parts.size() - 1).child(0);
		final String digest = digest(signer.child(2));
		final Der attributes = signer.child(3);
		if (attributes.tag() != 0xa0) throw malformed();
		boolean same = false;
		for (final Der attribute : attributes.children())
			if (attribute.child(0).oid().equals(MESSAGE_DIGEST)) same = Arrays.equals(
				attribute.child(1).child(0).value(), MessageDigest.getInstance(digest)
					.digest(info));
		if (!same) return false;
		// What was signed is the set itself, not its place in the message.
		final byte[] set = attributes.whole();
		set[0] = Der.SET;
		final byte[] value = signer.child(5).value();
		for (final X509Certificate one : certificates)
			if (verifies(one, digest, set, value)) return true;
		return false;
	}

	private static X509Certificate certificate(final Der one)
		throws CertificateException
	{
		return TrustAnchors.certificate(one.whole());
	}

	private static boolean verifies(final X509Certificate by,
		final String digest, final byte[] signed, final byte[] value)
	{
		final String key = by.getPublicKey().getAlgorithm();
		try {
			final var signature = Signature.getInstance(digest.replace("-", "") +
				"with" + (key.equals("EC") ? "ECDSA" : key));
			signature.initVerify(by);
			signature.update(signed);
			return signature.verify(value);
		}
		catch (final GeneralSecurityException e) {
			return false;
		}
	}

	private static ManifestException malformed() {
		return new ManifestException(Codes.TIME_MALFORMED,
			"The signature's time stamp cannot be read.");
	}

	private static ManifestException mismatch() {
		return new ManifestException(Codes.TIME_MISMATCH,
			"The time stamp is of another signature.");
	}
}
