using System;

namespace Sealcam;

/// <summary>
/// The sensor failed. The message names the step and, where there is one, the register: "trigger: status 0x44 busy".
/// </summary>
public class CameraException : Exception
{
    public CameraException(string message) : base(message)
    {
    }
}
