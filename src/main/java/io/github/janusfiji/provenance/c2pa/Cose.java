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
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A signature with one signer over bytes that are kept elsewhere (RFC 9052, 4.2:
 * {@code COSE_Sign1}, detached).
 *
 * @param header the protected header's bytes
 * @param open the unprotected header
 * @param chain the signer's certificate first
 * @param algorithm COSE's number (RFC 9053)
 * @param value the signature
 */
record Cose(byte[] header, Map<?, ?> open, List<X509Certificate> chain,
	long algorithm, byte[] value)
{

	static final long ED25519 = -8;

	private static final long TAG = 18;
	private static final long ALGORITHM = 1;

	/** RFC 9360: an ordered chain of certificates. */
	private static final long X5CHAIN = 33;

	static Cose parse(final byte[] bytes) throws ManifestException {
		final Object whole = Cbor.decode(bytes);
		final Object plain = whole instanceof Cbor.Tagged t && t.tag() == TAG ? t
			.value() : whole;
		if (!(plain instanceof List<?> parts) || parts.size() != 4 || !(parts.get(
			0) instanceof byte[] header) || !(parts.get(1) instanceof Map<?, ?> open) ||
			!(parts.get(3) instanceof byte[] value)) throw malformed();
		// A payload inside could differ from the claim that people are shown.
		if (parts.get(2) != null) throw malformed();
		if (!(Cbor.decode(header) instanceof Map<?, ?> map) || !(map.get(
			ALGORITHM) instanceof Long algorithm)) throw malformed();
		Object chain = map.get(X5CHAIN);
		if (chain == null) chain = map.get("x5chain");
		if (chain == null) chain = open.get(X5CHAIN);
		if (chain == null) chain = open.get("x5chain");
		return new Cose(header, open, certificates(chain), algorithm, value);
	}

	private static List<X509Certificate> certificates(final Object chain)
		throws ManifestException
	{
		final List<?> all = chain instanceof byte[] one ? List.of(one)
			: chain instanceof List<?> several ? several : List.of();
		final var certificates = new ArrayList<X509Certificate>();
		try {
			for (final Object one : all) {
				if (!(one instanceof byte[] der)) throw malformed();
				certificates.add(TrustAnchors.certificate(der));
			}
		}
		catch (final CertificateException e) {
			throw new ManifestException(Codes.CREDENTIAL_INVALID,
				"The signer's certificate cannot be read.");
		}
		if (certificates.isEmpty()) throw new ManifestException(
			Codes.CREDENTIAL_INVALID, "The signature names no certificate.");
		return certificates;
	}

	private static ManifestException malformed() {
		return new ManifestException(Codes.SIGNATURE_MISMATCH,
			"The signature cannot be read.");
	}

	/** @return whether it is the signer's, over these bytes */
	boolean verify(final byte[] payload) throws ManifestException {
		try {
			final Signature check = engine(algorithm);
			check.initVerify(chain.get(0).getPublicKey());
			check.update(signed("Signature1", payload));
			return check.verify(value);
		}
		catch (final SignatureException e) {
			return false;
		}
		catch (final GeneralSecurityException e) {
			throw new ManifestException(Codes.SIGNATURE_MISMATCH,
				"The signature does not go with the key in its certificate.");
		}
	}

	/** RFC 9052, 4.4: what is signed, with nothing from outside. */
	private byte[] signed(final String context, final byte[] payload) {
		return structure(context, header, payload);
	}

	private static byte[] structure(final String context, final byte[] header,
		final byte[] payload)
	{
		return Cbor.encode(List.of(context, header, new byte[0], payload));
	}

	/** The token of a time stamp in the header, and what it should be of. */
	record Stamped(byte[] token, byte[] content) {}

	/** @return the time stamps (C2PA 2.2, 10.3.2.5), the older kind last */
	List<Stamped> timeStamps(final byte[] payload) {
		final var found = new ArrayList<Stamped>();
		for (final String name : List.of("sigTst2", "sigTst")) {
			if (!(open.get(name) instanceof Map<?, ?> container) || !(container.get(
				"tstTokens") instanceof List<?> tokens)) continue;
			final byte[] content = signed("CounterSignature", name.equals("sigTst")
				? payload : Cbor.encode(value));
			for (final Object token : tokens)
				if (token instanceof Map<?, ?> map && map.get(
					"val") instanceof byte[] bytes) found.add(new Stamped(bytes, content));
		}
		return found;
	}

	/** @return whether nothing in it is free to be changed by others */
	boolean isRigid(final byte[] bytes) {
		return open.isEmpty() && Arrays.equals(bytes, write(header, value));
	}

	static byte[] sign(final Credential signer, final byte[] payload)
		throws ManifestException
	{
		final long algorithm = algorithm(signer.chain().get(0).getPublicKey());
		final var header = new LinkedHashMap<Object, Object>();
		header.put(ALGORITHM, algorithm);
		final var chain = new ArrayList<byte[]>();
		try {
			for (final X509Certificate one : signer.chain())
				// A root need not be sent: who trusts it has it.
				if (chain.isEmpty() || !one.getIssuerX500Principal().equals(one
					.getSubjectX500Principal())) chain.add(one.getEncoded());
			header.put(X5CHAIN, chain.size() == 1 ? chain.get(0) : chain);
			final byte[] encoded = Cbor.encode(header);
			return write(encoded, value(signer.key(), algorithm, structure(
				"Signature1", encoded, payload)));
		}
		catch (final GeneralSecurityException e) {
			throw new ManifestException(Codes.CREDENTIAL_INVALID,
				"The key does not go with its certificate (" + e.getMessage() + ").");
		}
	}

	private static byte[] write(final byte[] header, final byte[] value) {
		return Cbor.encode(new Cbor.Tagged(TAG, Arrays.asList(header, Map.of(),
			null, value)));
	}

	private static byte[] value(final PrivateKey key, final long algorithm,
		final byte[] bytes) throws GeneralSecurityException, ManifestException
	{
		final Signature signature = engine(algorithm);
		signature.initSign(key);
		signature.update(bytes);
		return signature.sign();
	}

	private static long algorithm(final PublicKey key) {
		if (key instanceof ECKey curve) {
			final int bits = curve.getParams().getOrder().bitLength();
			return bits <= 256 ? -7 : bits <= 384 ? -35 : -36;
		}
		return key.getAlgorithm().startsWith("RSA") ? -37 : ED25519;
	}

	/** RFC 9053: ES256, ES384, ES512, EdDSA, PS256, PS384, PS512. */
	private static Signature engine(final long algorithm)
		throws GeneralSecurityException, ManifestException
	{
		if (algorithm <= -37 && algorithm >= -39) {
			final int bits = algorithm == -37 ? 256 : algorithm == -38 ? 384 : 512;
			final var pss = Signature.getInstance("RSASSA-PSS");
			pss.setParameter(new PSSParameterSpec("SHA-" + bits, "MGF1",
				new MGF1ParameterSpec("SHA-" + bits), bits / 8, 1));
			return pss;
		}
		return Signature.getInstance(switch ((int) algorithm) {
			case -7 -> "SHA256withECDSAinP1363Format";
			case -35 -> "SHA384withECDSAinP1363Format";
			case -36 -> "SHA512withECDSAinP1363Format";
			case -8, -19 -> "Ed25519";
			default -> throw new ManifestException(Codes.ALGORITHM,
				"The signature's algorithm " + algorithm + " is not one of C2PA's.");
		});
	}
}
