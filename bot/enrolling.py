"""What an authenticator app scans: the secret of a person as an address, and as a picture."""

from io import BytesIO, StringIO

from ectrial.record.one_time_codes import Enrolment, secret_of

ISSUER = "ectrial"
PIXELS_A_MODULE = 8


def address_of(pepper: bytes, enrolment: Enrolment) -> str:
    """Give the otpauth address: it holds the secret, and names the person by number alone."""
    # imported here, as below: few processes ever enrol somebody
    import pyotp

    secret = secret_of(pepper, enrolment)
    return pyotp.TOTP(secret, name=str(enrolment.person), issuer=ISSUER).provisioning_uri()


def picture_of(address: str) -> bytes:
    """Give the address as a QR code, a PNG picture."""
    import segno

    picture = BytesIO()
    segno.make(address).save(picture, kind="png", scale=PIXELS_A_MODULE)
    return picture.getvalue()


def drawn(address: str) -> str:
    """Give the address as a QR code, drawn with the characters of a terminal."""
    import segno

    lines = StringIO()
    segno.make(address).terminal(lines, compact=True)
    return lines.getvalue()
